import type { RequestHandler } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { keyReach } from '../../core/policy/key-scopes.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { perMinute } from '../http/general-limit.ts';
import type { ApiKeyRecord } from './api-key-collection.ts';
import { apiKeyStore } from './api-key-store.ts';

type KeyDeps = Pick<Deps, 'config' | 'redis' | 'log' | 'db' | 'sealing' | 'clock'>;

/**
 * A program that shows its key (`Authorization: Bearer …`) asks as itself: no session is read, its requests are counted for
 * themselves, and it reaches what its scopes open. A key that does not work counts towards its address, so that nobody tries many.
 */
export function readKey(deps: KeyDeps): RequestHandler {
  const keys = apiKeyStore(deps);
  const ofKey = perMinute(deps, 'key', deps.config.limits.perKey);
  const ofAddress = perMinute(deps, 'address', deps.config.limits.perAddress);
  return async (req, res, next) => {
    const [, key] = /^Bearer +(\S+)$/i.exec(req.get('authorization') ?? '') ?? [];
    if (key === undefined) return next();
    const record = await keys.look(key);
    if (!record) {
      await ofAddress.count(ipKeyGenerator(req.ip ?? ''));
      res.set('WWW-Authenticate', 'Bearer');
      throw new AppError(401, 'key-refused', 'This key is not known here, or its time is over.');
    }
    await ofKey.count(record.id);
    await keys.noteUse(record);
    req.account = programOf(record);
    req.pending = null;
    req.viewing = null;
    next();
  };
}

/** Whether a program asks, by its key. */
export function isByKey({ account }: { account: Account | null }): boolean {
  return account?.program !== undefined;
}

/** What is for people: sessions, and limits by address and account. */
export function unlessByKey(handler: RequestHandler): RequestHandler {
  return (req, res, next) => (isByKey(req) ? next() : handler(req, res, next));
}

function programOf({ id, name, scopes }: ApiKeyRecord): Account {
  return {
    id,
    name,
    email: '',
    language: 'en',
    grants: [],
    active: true,
    demo: false,
    secondFactor: false,
    program: keyReach(scopes),
  };
}
