import type { Connection } from 'mongoose';
import type { ReferralLetters } from '../../core/referrals/referral.ts';
import { UNANSWERED_STATES } from '../../core/referrals/referral-state.ts';
import { type ReferralRecord, referrals } from '../referrals/referral-collection.ts';
import { model } from '../store/collection.ts';

/** A referral for which a step is due. */
export interface DueLetters {
  id: string;
  letters: ReferralLetters;
}

/** Steps that are due, the oldest first. */
export async function dueLetters(db: Connection, at: Date, limit: number): Promise<DueLetters[]> {
  const found = await referralsIn(db)
    .find({ state: { $in: UNANSWERED_STATES }, 'letters.nextAt': { $lte: at.toISOString() } }, { letters: 1 })
    .sort({ 'letters.nextAt': 1 })
    .limit(limit)
    .lean<{ _id: string; letters: ReferralLetters }[]>();
  return found.map(({ _id, letters }) => ({ id: _id, letters }));
}

/** Referrals that were sent before `at` and whose letter was never written. */
export async function unwritten(db: Connection, at: Date, limit: number): Promise<string[]> {
  const found = await referralsIn(db)
    .find(
      {
        state: { $in: UNANSWERED_STATES },
        letters: { $exists: false },
        stateAt: { $lt: at.toISOString() },
      },
      { _id: 1 },
    )
    .limit(limit)
    .lean<{ _id: string }[]>();
  return found.map(({ _id }) => _id);
}

/** Of two who begin the first stays. */
export async function beginLetters(db: Connection, id: string, letters: ReferralLetters): Promise<void> {
  await referralsIn(db).updateOne({ _id: id, letters: { $exists: false } }, { $set: { letters } });
}

/** Notes a step, or that it is put off; only where nobody else has noted one since these were read. */
export async function noteLetters(
  db: Connection,
  { id, letters: { since, done } }: DueLetters,
  letters: ReferralLetters,
  remindedAt?: string,
): Promise<void> {
  await referralsIn(db).updateOne(
    { _id: id, 'letters.done': done, 'letters.since': since },
    { $set: { letters, ...(remindedAt !== undefined && { remindedAt }) } },
  );
}

function referralsIn(db: Connection) {
  return model<ReferralRecord>(db, referrals);
}
