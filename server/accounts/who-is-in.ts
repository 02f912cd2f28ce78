import type { SessionData } from 'express-session';
import { decide } from '../../core/policy/decide.ts';
import type { Deps } from '../deps.ts';
import type { Account } from './account.ts';
import { accountResource } from './account-resource.ts';
import { accountStore } from './account-store.ts';
import { type DueFactor, dueFactor } from './due-factor.ts';
import { mayBeUsed } from './may-be-used.ts';
import { type Lifetime, lifetimeFor, sessionEnd } from './session-life.ts';

/** Whose session it is, and what it opens. */
export interface WhoIsIn {
  /** Null while a second factor is due, and after looking through another's eyes has run out. */
  account: Account | null;
  pending: { account: Account; needs: DueFactor } | null;
  viewing: Viewing | null;
  lifetime: Lifetime;
}

/** An administrator looks at Trellis through another's eyes. */
export interface Viewing {
  by: Account;
  /** Null when the account is gone, switched off, or no longer to be looked through. */
  as: Account | null;
  /** Milliseconds since 1970. */
  until: number;
  over: boolean;
}

/**
 * Reads the account anew, so that a change of grants or switching off counts at once; so does a role that demands a
 * second factor. Null where the session is nobody's, or at its end.
 */
export async function whoIsIn(
  { config, db, clock }: Pick<Deps, 'config' | 'db' | 'clock'>,
  session: Partial<SessionData>,
): Promise<WhoIsIn | null> {
  const accounts = accountStore(db);
  const owner = session.accountId === undefined ? null : await accounts.find(session.accountId);
  if (owner === null || !mayBeUsed(owner, config.demo)) return null;
  const now = clock().getTime();
  const needs = stillDue(session.needs, dueFactor(config, owner));
  const lifetime = lifetimeFor(config, owner.grants, needs !== undefined);
  if (now >= sessionEnd(session, lifetime, now)) return null;
  if (needs) return { account: null, pending: { account: owner, needs }, viewing: null, lifetime };
  if (!session.viewAs) return { account: owner, pending: null, viewing: null, lifetime };
  const { accountId, until } = session.viewAs;
  const as = await accounts.find(accountId);
  const may = as !== null && mayBeUsed(as, config.demo) && (await mayLookThrough(db, owner, as));
  const viewing = { by: owner, as: may ? as : null, until, over: now >= until };
  const account = may && !viewing.over ? { ...as, viewedBy: owner.id } : null;
  return { account, pending: null, viewing, lifetime };
}

/** Not through another administrator's eyes, nor beyond one's own district. */
export async function mayLookThrough(db: Deps['db'], by: Account, as: Account): Promise<boolean> {
  if (as.grants.some(({ role }) => role === 'administrator')) return false;
  return decide(by, 'accounts.view-as', await accountResource(db, as.grants)).allowed;
}

/** A session that has passed needs no second code; one that was let in before a role demanded a factor sets it up now. */
function stillDue(atSignIn: DueFactor | undefined, now: DueFactor | undefined): DueFactor | undefined {
  return now === 'code' ? atSignIn && 'code' : now;
}
