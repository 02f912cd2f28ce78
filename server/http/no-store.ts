import type { RequestHandler } from 'express';

/**
 * What somebody who is signed in was shown stays in no cache, least of all on a school's shared computer; the public's answers
 * are asked for anew each time, with an ETag. A handler may say otherwise.
 */
export function noStore(): RequestHandler {
  return (req, res, next) => {
    res.setHeader('Cache-Control', req.account === null ? 'private, no-cache' : 'no-store');
    next();
  };
}
