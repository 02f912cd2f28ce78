import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Config } from '../config.ts';
import { ATTEMPT_LIFE } from './attempt-store.ts';

/**
 * Marks the browser in which a sign-in with a service began, for as long as that may take. It is only ever sent to the
 * routes of such sign-ins, and means nothing elsewhere. Lax: the service sends people back from another site.
 */
const PATH = '/api/v1/oidc';
const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** The browser's mark; a second sign-in begun beside the first keeps it. */
export function giveAttemptCookie(req: Request, res: Response, config: Config): string {
  const value = readAttemptCookie(req, config) ?? randomBytes(32).toString('base64url');
  res.cookie(nameOf(config), value, { ...flags(config), maxAge: ATTEMPT_LIFE });
  return value;
}

export function readAttemptCookie(req: Request, config: Config): string | undefined {
  const pairs = (req.get('cookie') ?? '').split(/;\s*/);
  const prefix = `${nameOf(config)}=`;
  const value = pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length);
  return value !== undefined && SHAPE.test(value) ? value : undefined;
}

export function clearAttemptCookie(res: Response, config: Config): void {
  res.clearCookie(nameOf(config), flags(config));
}

/** `__Secure-`: a page without https cannot set it. */
function nameOf({ secureCookies }: Config): string {
  return secureCookies ? '__Secure-trellis-sign-in' : 'trellis-sign-in';
}

function flags({ secureCookies }: Config) {
  return { path: PATH, httpOnly: true, sameSite: 'lax', secure: secureCookies } as const;
}
