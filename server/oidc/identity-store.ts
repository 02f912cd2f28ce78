import { createHash } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { type IdentityRecord, identityCollection } from './oidc-collections.ts';
import type { SignInProvider } from './provider-config.ts';

const DUPLICATE_KEY = 11_000;

/** Keeps which person of a service is which account. */
export function identityStore({ db, clock }: Pick<Deps, 'db' | 'clock'>) {
  const identities = model<IdentityRecord>(db, identityCollection);

  /** The account that this person of the service is, if that is known. */
  async function find({ issuer }: SignInProvider, subject: string): Promise<IdentityRecord | null> {
    const set = { $set: { usedAt: clock().toISOString() } };
    return read(await identities.findOneAndUpdate({ _id: idOf(issuer, subject) }, set).lean());
  }

  /** False when the account, or this person of the service, is linked already: then nothing changes. */
  async function link(provider: SignInProvider, subject: string, accountId: string): Promise<boolean> {
    const at = clock().toISOString();
    const { id, issuer } = provider;
    const times = { linkedAt: at, usedAt: at };
    return identities
      .create({ _id: idOf(issuer, subject), issuer, subject, provider: id, accountId, ...times })
      .then(() => true, falseIfTaken);
  }

  async function listOf(accountId: string): Promise<IdentityRecord[]> {
    const found = await identities.find({ accountId }).lean();
    return found.map((record) => fromStored<IdentityRecord>(record));
  }

  /** False when the account has no such link. */
  async function unlink(accountId: string, id: string): Promise<boolean> {
    return (await identities.deleteOne({ _id: id, accountId })).deletedCount > 0;
  }

  return { find, link, listOf, unlink };
}

function idOf(issuer: string, subject: string): string {
  return createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest('base64url');
}

function read(record: Stored<IdentityRecord> | null): IdentityRecord | null {
  return record === null ? null : fromStored<IdentityRecord>(record);
}

function falseIfTaken(error: unknown): false {
  if (error instanceof Error && 'code' in error && error.code === DUPLICATE_KEY) return false;
  throw error;
}
