import MongoStore from 'connect-mongo';
import type { Request, RequestHandler } from 'express';
import expressSession, { type SessionData } from 'express-session';
import { sessionCollection } from '../accounts/account-collection.ts';
import type { Config } from '../config.ts';
import type { Deps } from '../deps.ts';

declare module 'express-session' {
  interface SessionData {
    accountId?: string;
    /** Milliseconds since 1970. */
    signedInAt?: number;
  }
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A session ends after 8 hours without a request … */
const IDLE = 8 * HOUR;
/** … and 7 days after the sign-in, whatever happens. */
const ABSOLUTE = 7 * 24 * HOUR;
/** The expiry is moved in the database at most this often, so that reading does not mean writing. */
const TOUCH_AFTER = 5 * MINUTE;

/** Sessions in MongoDB. Who never signs in has none, and no cookie. */
export function session({ config, db, log }: Pick<Deps, 'config' | 'db' | 'log'>): RequestHandler[] {
  if (config.secureCookies && config.trustProxy === 0) {
    log.warn('PUBLIC_URL is https, but TRUST_PROXY is 0: behind a proxy nobody can sign in.');
  }
  const store = new SessionStore({
    client: db.getClient(),
    dbName: db.name,
    collectionName: sessionCollection.name,
    stringify: false,
    autoRemove: 'disabled',
    touchAfter: TOUCH_AFTER / 1000,
  });
  const read = expressSession({
    name: cookieName(config),
    secret: config.sessionSecret,
    store,
    cookie: { ...cookieFlags(config), maxAge: IDLE },
    resave: false,
    rolling: true,
    saveUninitialized: false,
  });
  return [read, capLifetime];
}

/** True while the session has an account and is younger than 7 days. */
export function isSignedIn({ accountId, signedInAt }: Partial<SessionData>, now: number): boolean {
  return accountId !== undefined && signedInAt !== undefined && now < signedInAt + ABSOLUTE;
}

/** Gives the session to an account under a new id, so that an id known before is worth nothing. */
export async function startSession(req: Request, accountId: string): Promise<void> {
  await settle((done) => req.session.regenerate(done));
  req.session.accountId = accountId;
  req.session.signedInAt = Date.now();
}

/** Ends the session in the database too: a copy of the cookie opens nothing afterwards. */
export async function endSession(req: Request, config: Config): Promise<void> {
  await settle((done) => req.session.destroy(done));
  req.res?.clearCookie(cookieName(config), cookieFlags(config));
}

/** `__Host-`: no other host, nor a page without https, can set this cookie. */
function cookieName({ secureCookies }: Config): string {
  return secureCookies ? '__Host-trellis' : 'trellis';
}

function cookieFlags({ secureCookies }: Config) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: secureCookies } as const;
}

/** Lets neither cookie nor record outlive the 7 days, however often the session is used. */
const capLifetime: RequestHandler = (req, _res, next) => {
  const { signedInAt, cookie } = req.session;
  if (signedInAt !== undefined) {
    cookie.maxAge = Math.max(0, Math.min(IDLE, signedInAt + ABSOLUTE - Date.now()));
  }
  next();
};

class SessionStore extends MongoStore {
  /** A session that was ended while a request with it was under way is no failure of that request. */
  override touch(...[id, data, done]: Parameters<MongoStore['touch']>): void {
    super.touch(id, data, (error: unknown) => done?.(isGone(error) ? null : error));
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && error.message === 'Unable to find the session to touch';
}

function settle(start: (done: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => start((error) => (error ? reject(error) : resolve())));
}
