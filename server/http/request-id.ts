import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

/** Names each request, so that a person's report and a line of a proxy's log can be put together. */
export function requestId(): RequestHandler {
  return (_req, res, next) => {
    res.setHeader('X-Request-Id', randomUUID());
    next();
  };
}
