import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler } from 'express';
import type { Config } from '../config.ts';
import { AppError } from './app-error.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The token of a signed-in session, kept in the session and sent back in `x-csrf-token`. */
const tokens = csrfSync({ size: 32 });

export function csrfToken(req: Request): string {
  return tokens.generateToken(req);
}

/**
 * Refuses changes that another site asks for. First the browser's own word (Sec-Fetch-Site, or else Origin), also at
 * sign-in; then, for whoever is signed in, the session's token. Programs without a browser send neither header.
 */
export function csrf(config: Pick<Config, 'publicUrl'>): RequestHandler {
  return (req, _res, next) => {
    if (READING.has(req.method)) return next();
    if (isFromElsewhere(req, config.publicUrl)) return next(refused());
    // A browser never sends a key by itself.
    if (req.account?.program) return next();
    next(
      (req.account === null && req.pending === null) || tokens.isRequestValid(req) ? undefined : refused(),
    );
  };
}

function isFromElsewhere(req: Request, publicUrl: string | undefined): boolean {
  const site = req.get('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = req.get('origin');
  return origin !== undefined && !isOurs(origin, req, publicUrl);
}

/** Compares hosts, not schemes: a proxy may have taken https away. "null" and nonsense are not ours. */
function isOurs(origin: string, req: Request, publicUrl: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === req.host || (publicUrl !== undefined && host === new URL(publicUrl).host);
}

function refused(): AppError {
  return new AppError(403, 'csrf', 'This page is out of date. Please reload it and try again.');
}
