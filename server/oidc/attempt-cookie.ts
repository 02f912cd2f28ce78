import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Config } from '../config.ts';
import { ATTEMPT_LIFE } from './attempt-store.ts';

/**
 * Marks the browser in which a sign-in with a service began, for as long as that may take; it means nothing elsewhere.
 * Lax: the service sends people back from another site.
 */
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

/** `__Host-`: no other host, nor a page without https, can set this cookie. It wants the path "/". */
function nameOf({ secureCookies }: Config): string {
  return secureCookies ? '__Host-trellis-sign-in' : 'trellis-sign-in';
}

function flags({ secureCookies }: Config) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: secureCookies } as const;
}
