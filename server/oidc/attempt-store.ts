import type { Deps } from '../deps.ts';
import { model } from '../store/collection.ts';
import { type AttemptRecord, attemptCollection } from './oidc-collections.ts';

/** Milliseconds: time enough to find a phone and a password at the service. */
export const ATTEMPT_LIFE = 10 * 60_000;

/** What has to come back, and where to go then. */
export interface Attempt {
  state: string;
  nonce: string;
  verifier: string;
  next: string;
}

/** Keeps sign-ins on their way. Each comes back once, and only in the browser that it began in. */
export function attemptStore({ db, sealing, clock }: Pick<Deps, 'db' | 'sealing' | 'clock'>) {
  const attempts = model<AttemptRecord>(db, attemptCollection);
  const idOf = (state: string) => sealing.keyedHash(state, 'state of a sign-in');
  const browserOf = (cookie: string) => sealing.keyedHash(cookie, 'browser of a sign-in');
  const place = (id: string, field: string) => ({ collection: attemptCollection.name, id, field });

  async function begin(provider: string, cookie: string, attempt: Attempt): Promise<void> {
    const id = idOf(attempt.state);
    await attempts.create({
      _id: id,
      provider,
      browser: browserOf(cookie),
      nonce: sealing.seal(attempt.nonce, place(id, 'nonce')),
      verifier: sealing.seal(attempt.verifier, place(id, 'verifier')),
      next: attempt.next,
      expiresAt: new Date(clock().getTime() + ATTEMPT_LIFE),
    });
  }

  /** The attempt, used up by this; null when there is none (any more) for this service and this browser. */
  async function finish(provider: string, cookie: string, state: string): Promise<Attempt | null> {
    const id = idOf(state);
    const found = await attempts
      .findOneAndDelete({ _id: id, provider, browser: browserOf(cookie), expiresAt: { $gt: clock() } })
      .lean();
    if (!found) return null;
    return {
      state,
      nonce: sealing.open(found.nonce, place(id, 'nonce')),
      verifier: sealing.open(found.verifier, place(id, 'verifier')),
      next: found.next,
    };
  }

  return { begin, finish };
}
