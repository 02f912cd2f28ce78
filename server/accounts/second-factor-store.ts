import { randomBytes } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { model } from '../store/collection.ts';
import { accountCollection } from './account-collection.ts';
import type { AccountRecord } from './account-store.ts';
import { makeRecoveryCodes, recoveryHashes } from './recovery-codes.ts';
import { SECRET_BYTES, stepOfCode } from './totp.ts';

/** As it lies in the account's record; none of it leaves this file. */
export interface StoredFactor {
  /** Sealed. */
  secret: string;
  since: string;
  /** The last step whose code was used: no code counts twice (RFC 6238, 5.2). */
  lastStep: number;
  /** Hashes of the recovery codes that are left. */
  recovery: string[];
}

export type SecondFactorStore = ReturnType<typeof secondFactorStore>;

/** Keeps second factors. Secrets go out once, when they are set up; afterwards only "right" or "wrong". */
export function secondFactorStore(deps: Pick<Deps, 'db' | 'sealing' | 'clock'>) {
  const { db, sealing } = deps;
  const accounts = model<AccountRecord>(db, accountCollection);
  const place = (id: string) => ({ collection: accountCollection.name, id, field: 'factor' });
  const read = (id: string) => accounts.findById(id, { factor: 1, factorOffer: 1 }).lean();
  const openSecret = (id: string, sealed: string) =>
    Buffer.from(sealing.open(sealed, place(id)), 'base64url');

  /** Begins setting one up: the secret to show. One that is in use stays so until the new one is confirmed. */
  async function offer(id: string): Promise<Buffer> {
    const secret = randomBytes(SECRET_BYTES);
    const sealed = sealing.seal(secret.toString('base64url'), place(id));
    await accounts.updateOne({ _id: id }, { $set: { factorOffer: { secret: sealed } } });
    return secret;
  }

  /** The recovery codes, to be shown once, if this is a code of the secret that was offered; else undefined. */
  async function accept(id: string, code: string): Promise<string[] | undefined> {
    const offered = (await read(id))?.factorOffer?.secret;
    if (offered === undefined) return undefined;
    const step = stepOfCode(openSecret(id, offered), digitsOf(code), deps.clock().getTime());
    if (step === undefined) return undefined;
    const codes = makeRecoveryCodes();
    const factor = {
      secret: offered,
      since: deps.clock().toISOString(),
      lastStep: step,
      recovery: hashed(id, codes),
    };
    const { matchedCount } = await accounts.updateOne(
      { _id: id, 'factorOffer.secret': offered },
      { $set: { factor }, $unset: { factorOffer: 1 } },
    );
    return matchedCount === 1 ? codes : undefined;
  }

  /** Whether a code of the app, or one of the recovery codes, is right; it is used up by asking. */
  async function use(id: string, code: string): Promise<boolean> {
    const secret = (await read(id))?.factor?.secret;
    if (secret === undefined) return false;
    const step = stepOfCode(openSecret(id, secret), digitsOf(code), deps.clock().getTime());
    return step === undefined ? useRecovery(id, code) : useStep(id, step);
  }

  /** Of two who send the same code at once the database lets one through. */
  async function useStep(id: string, step: number): Promise<boolean> {
    const { matchedCount } = await accounts.updateOne(
      { _id: id, 'factor.lastStep': { $lt: step } },
      { $set: { 'factor.lastStep': step } },
    );
    return matchedCount === 1;
  }

  async function useRecovery(id: string, code: string): Promise<boolean> {
    const hashes = recoveryHashes(sealing, id, code);
    const { matchedCount } = await accounts.updateOne(
      { _id: id, 'factor.recovery': { $in: hashes } },
      { $pull: { 'factor.recovery': { $in: hashes } } },
    );
    return matchedCount === 1;
  }

  /** New recovery codes in place of those that are left; undefined without a second factor. */
  async function renewRecovery(id: string): Promise<string[] | undefined> {
    const codes = makeRecoveryCodes();
    const { matchedCount } = await accounts.updateOne(
      { _id: id, factor: { $exists: true } },
      { $set: { 'factor.recovery': hashed(id, codes) } },
    );
    return matchedCount === 1 ? codes : undefined;
  }

  async function remove(id: string): Promise<void> {
    await accounts.updateOne({ _id: id }, { $unset: { factor: 1, factorOffer: 1 } });
  }

  /** What its owner is told of it; undefined where there is none. */
  async function describe(id: string): Promise<{ since: string; recoveryCodesLeft: number } | undefined> {
    const factor = (await read(id))?.factor;
    return factor && { since: factor.since, recoveryCodesLeft: factor.recovery.length };
  }

  function hashed(id: string, codes: readonly string[]): string[] {
    return codes.map((code) => recoveryHashes(sealing, id, code)[0]!);
  }

  return { offer, accept, use, renewRecovery, remove, describe };
}

/** As apps show it: "123 456". */
function digitsOf(code: string): string {
  return code.replace(/\s/g, '');
}
