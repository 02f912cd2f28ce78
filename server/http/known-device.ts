import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type { Config } from '../config.ts';

const YEAR = 365 * 24 * 3_600_000;

/**
 * A browser in which somebody has signed in before, told by a signed cookie (OWASP, "Device Cookies"): its attempts
 * are counted apart, so that others' wrong guesses do not shut its owner out. It signs nobody in.
 */
export function rememberDevice(req: Request, config: Config, email: string): void {
  const device = knownDevice(req, config, email) ?? randomBytes(16).toString('base64url');
  req.res?.cookie(cookieName(config), `${device}.${signature(config, device, email)}`, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.secureCookies,
    maxAge: YEAR,
  });
}

/** The name of the device, if this account has been used on it. */
export function knownDevice(req: Request, config: Config, email: string): string | undefined {
  const [device = '', given = ''] = readCookie(req, cookieName(config)).split('.');
  const right = Buffer.from(signature(config, device, email));
  const said = Buffer.from(given);
  return said.length === right.length && timingSafeEqual(said, right) ? device : undefined;
}

function signature({ sessionSecret }: Config, device: string, email: string): string {
  const text = JSON.stringify(['known device', device, email.toLowerCase()]);
  return createHmac('sha256', sessionSecret).update(text).digest('base64url');
}

function cookieName({ secureCookies }: Config): string {
  return secureCookies ? '__Host-trellis-device' : 'trellis-device';
}

/** The value is base64url, which needs no decoding. */
function readCookie(req: Request, name: string): string {
  const parts = (req.headers.cookie ?? '').split(/; */);
  return parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}
