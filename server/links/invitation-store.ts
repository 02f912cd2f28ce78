import type { Deps } from '../deps.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { type InvitationRecord, invitationCollection } from './link-collection.ts';
import { LINK_LIFE } from './link-purpose.ts';

/** Keeps who was invited. */
export function invitationStore({ db, clock }: Pick<Deps, 'db' | 'clock'>) {
  const invitations = model<InvitationRecord>(db, invitationCollection);
  const open = (id: string) => ({
    _id: id,
    acceptedAt: { $exists: false },
    withdrawnAt: { $exists: false },
  });

  async function find(accountId: string): Promise<InvitationRecord | null> {
    return read(await invitations.findById(accountId).lean());
  }

  /** Neither accepted nor withdrawn; its link may have expired. */
  async function findOpen(accountId: string): Promise<InvitationRecord | null> {
    return read(await invitations.findOne(open(accountId)).lean());
  }

  async function list(): Promise<InvitationRecord[]> {
    const records = await invitations.find({}).sort({ invitedAt: -1 }).lean();
    return records.map((record) => fromStored<InvitationRecord>(record));
  }

  /** Invites, or invites anew. */
  async function put(accountId: string, invitedBy: string): Promise<InvitationRecord> {
    const invitedAt = clock().toISOString();
    const expiresAt = new Date(clock().getTime() + LINK_LIFE.invitation).toISOString();
    const invitation = { invitedBy, invitedAt, expiresAt };
    await invitations.replaceOne({ _id: accountId }, invitation, { upsert: true });
    return { id: accountId, ...invitation };
  }

  async function extend(accountId: string, expiresAt: Date): Promise<void> {
    await invitations.updateOne(open(accountId), { $set: { expiresAt: expiresAt.toISOString() } });
  }

  async function accept(accountId: string): Promise<void> {
    await invitations.updateOne(open(accountId), { $set: { acceptedAt: clock().toISOString() } });
  }

  /** False when there was nothing open to withdraw. */
  async function withdraw(accountId: string): Promise<boolean> {
    const change = { $set: { withdrawnAt: clock().toISOString() } };
    return (await invitations.updateOne(open(accountId), change)).matchedCount > 0;
  }

  return { find, findOpen, list, put, extend, accept, withdraw };
}

function read(record: Stored<InvitationRecord> | null): InvitationRecord | null {
  return record === null ? null : fromStored<InvitationRecord>(record);
}
