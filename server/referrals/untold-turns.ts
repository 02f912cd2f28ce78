import type { Connection } from 'mongoose';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { type ReferralRecord, referrals, type UntoldTurn } from './referral-collection.ts';

export type UntoldReferral = Pick<ReferralRecord, 'id' | 'studentId' | 'organizationId' | 'createdAt'> & {
  untold: UntoldTurn[];
};

/** Referrals with changes of which nobody outside has been told: all, or one. */
export async function untoldReferrals(
  db: Connection,
  { id, limit }: { id?: string; limit: number },
): Promise<UntoldReferral[]> {
  const found = await model<ReferralRecord>(db, referrals)
    .find(
      { 'untold.version': { $gte: 0 }, ...(id !== undefined && { _id: id }) },
      { studentId: 1, organizationId: 1, createdAt: 1, untold: 1 },
    )
    .limit(limit)
    .lean<Stored<UntoldReferral>[]>();
  return found.map((one) => fromStored<UntoldReferral>(one));
}

/** Changes that have come since it was read stay untold. */
export async function forgetTold(db: Connection, { id, untold }: UntoldReferral): Promise<void> {
  const told = { version: { $in: untold.map(({ version }) => version) } };
  await model<ReferralRecord>(db, referrals).updateOne({ _id: id }, { $pull: { untold: told } });
}
