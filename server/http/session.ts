import MongoStore from 'connect-mongo';
import type { Request, RequestHandler } from 'express';
import expressSession, { type SessionData } from 'express-session';
import { sessionCollection } from '../accounts/account-collection.ts';
import { type Device, deviceOf } from '../accounts/device.ts';
import type { DueFactor } from '../accounts/due-factor.ts';
import type { EnterMethod } from '../accounts/enter.ts';
import type { Config } from '../config.ts';
import type { Deps } from '../deps.ts';

declare module 'express-session' {
  interface SessionData {
    accountId?: string;
    /** Milliseconds since 1970, as all times here. */
    signedInAt?: number;
    method?: EnterMethod;
    /** What the sign-in still lacks; while it does the session opens nothing else. */
    needs?: DueFactor;
    /** When it was last made sure that it is still this person: at the sign-in, or by password or code since. */
    confirmedAt?: number;
    /** Whose eyes the administrator looks through, and until when. */
    viewAs?: { accountId: string; until: number };
    device?: Device;
    /** When the record was last moved on; set by connect-mongo. */
    lastModified?: Date;
  }
}

/** The expiry is moved in the database at most this often (ms), so that reading does not mean writing. */
const TOUCH_AFTER = 60_000;
const UNTOUCHED = Symbol('untouched');

/** Sessions in MongoDB. Who never signs in has none, and no cookie. */
export function session({ config, db, log }: Pick<Deps, 'config' | 'db' | 'log'>): RequestHandler {
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
  return expressSession({
    name: cookieName(config),
    secret: config.sessionSecret,
    store,
    cookie: { ...cookieFlags(config), maxAge: config.sessions.everybody.idle },
    resave: false,
    rolling: true,
    saveUninitialized: false,
  });
}

export interface NewSession {
  accountId: string;
  method: EnterMethod;
  needs: DueFactor | undefined;
  /** Milliseconds since 1970. */
  now: number;
}

/** Gives the session to an account under a new id, so that an id known before is worth nothing. */
export async function startSession(
  req: Request,
  { accountId, method, needs, now }: NewSession,
): Promise<void> {
  await settle((done) => req.session.regenerate(done));
  const started = {
    accountId,
    method,
    signedInAt: now,
    confirmedAt: now,
    device: deviceOf(req.get('user-agent')),
  };
  Object.assign(req.session, started, needs && { needs });
}

/** Goes on under a new id and with a new token, so that a page from before can change nothing in what follows. */
export async function renewSession(req: Request, viewAs?: SessionData['viewAs']): Promise<void> {
  const { accountId, signedInAt, confirmedAt, method, device } = req.session;
  await settle((done) => req.session.regenerate(done));
  Object.assign(req.session, { accountId, signedInAt, confirmedAt, method, device }, viewAs && { viewAs });
}

/** For a question about the session that is not to keep it alive. */
export function leaveUntouched(req: Request): void {
  Object.defineProperty(req.session, UNTOUCHED, { value: true });
}

/**
 * Ends the session in the database too: a copy of the cookie opens nothing afterwards. Pages that the browser keeps to go
 * back to quickly go with its cache.
 */
export async function endSession(req: Request, config: Config): Promise<void> {
  await settle((done) => req.session.destroy(done));
  req.res?.clearCookie(cookieName(config), cookieFlags(config));
  req.res?.set('Clear-Site-Data', '"cache"');
}

/** `__Host-`: no other host, nor a page without https, can set this cookie. */
export function cookieName({ secureCookies }: Pick<Config, 'secureCookies'>): string {
  return secureCookies ? '__Host-trellis' : 'trellis';
}

function cookieFlags({ secureCookies }: Config) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: secureCookies } as const;
}

class SessionStore extends MongoStore {
  /** A session that was ended while a request with it was under way is not brought back by what that request writes. */
  override set(...[id, data, done = () => undefined]: Parameters<MongoStore['set']>): void {
    if (data.lastModified === undefined) super.set(id, data, done);
    else
      this.get(id, (error, known) => {
        if (error || !known) done(error ?? null);
        else super.set(id, data, done);
      });
  }

  /** A session that was ended while a request with it was under way is no failure of that request. */
  override touch(...[id, data, done]: Parameters<MongoStore['touch']>): void {
    if (UNTOUCHED in data) done?.(null);
    else super.touch(id, data, (error: unknown) => done?.(isGone(error) ? null : error));
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && error.message === 'Unable to find the session to touch';
}

function settle(start: (done: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => start((error) => (error ? reject(error) : resolve())));
}
