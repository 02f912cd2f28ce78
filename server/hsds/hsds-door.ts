import type { RequestHandler } from 'express';

/**
 * Open data: no session is read, so nobody's answer differs and no page of another site can use somebody's cookie.
 * Therefore any page may read it (CORS), the POST twins included, which change nothing.
 */
export const hsdsDoor: RequestHandler = (req, res, next) => {
  req.account = null;
  req.pending = null;
  req.viewing = null;
  res.set({
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag, X-Request-Id, Retry-After',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': 'public, no-cache',
  });
  if (req.method !== 'OPTIONS') return next();
  res.set({
    'Access-Control-Allow-Methods': 'GET, HEAD, POST',
    'Access-Control-Allow-Headers': 'Authorization, Content-Type, If-None-Match',
    'Access-Control-Max-Age': '86400',
  });
  res.status(204).end();
};
