import compression from 'compression';
import type { RequestHandler } from 'express';

/** Compresses answers, but not event streams: compression would hold events back. */
export function compress(): RequestHandler {
  return compression({
    filter: (req, res) => !isEventStream(res.getHeader('Content-Type')) && compression.filter(req, res),
  });
}

function isEventStream(type: unknown): boolean {
  return String(type).startsWith('text/event-stream');
}
