import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { type LinkRecord, linkCollection } from './link-collection.ts';
import { LINK_LIFE, type LinkPurpose, linkId } from './link-purpose.ts';
import { newToken } from './new-token.ts';

const ADDRESS_PURPOSE = 'address of a one-time link';

export type LinkStore = ReturnType<typeof linkStore>;

/** Keeps one-time links. Tokens come out when a link is made and never again: only their keyed hashes are stored. */
export function linkStore({ db, sealing, clock }: Pick<Deps, 'db' | 'sealing' | 'clock'>) {
  const links = model<LinkRecord>(db, linkCollection);

  /** A new link; the account's older one of this purpose opens nothing any more. */
  async function issue(purpose: LinkPurpose, { id: accountId, email }: Pick<Account, 'id' | 'email'>) {
    const token = newToken();
    const expiresAt = new Date(clock().getTime() + LINK_LIFE[purpose]);
    const hash = sealing.keyedHash(token, hashPurpose(purpose));
    await links.updateOne(
      { _id: linkId(purpose, accountId) },
      { $set: { purpose, accountId, hash, expiresAt, sentTo: addressHash(email) } },
      { upsert: true },
    );
    return { token, expiresAt };
  }

  /** What a token opens; it goes on opening it. */
  async function look(purpose: LinkPurpose, token: string): Promise<LinkRecord | null> {
    return read(await links.findOne(opening(purpose, token)).lean());
  }

  /** Uses a link up. Of two who ask at the same time one gets it, the other null. */
  async function use(purpose: LinkPurpose, token: string): Promise<LinkRecord | null> {
    return read(await links.findOneAndDelete(opening(purpose, token)).lean());
  }

  /** What is on its way already opens nothing any more. */
  async function revoke(accountId: string, purpose: LinkPurpose): Promise<void> {
    await links.deleteOne({ _id: linkId(purpose, accountId) });
  }

  /** Whether the account still has the address that the link was made for. */
  function fits({ sentTo, accountId }: LinkRecord, { id, email }: Pick<Account, 'id' | 'email'>): boolean {
    return accountId === id && sealing.keyedHashes(email, ADDRESS_PURPOSE).includes(sentTo);
  }

  function addressHash(email: string): string {
    return sealing.keyedHash(email, ADDRESS_PURPOSE);
  }

  function opening(purpose: LinkPurpose, token: string) {
    const hashes = sealing.keyedHashes(token, hashPurpose(purpose));
    return { hash: { $in: hashes }, purpose, expiresAt: { $gt: clock() } };
  }

  return { issue, look, use, revoke, fits };
}

function hashPurpose(purpose: LinkPurpose): string {
  return `one-time link: ${purpose}`;
}

function read(record: Stored<LinkRecord> | null): LinkRecord | null {
  return record === null ? null : fromStored<LinkRecord>(record);
}
