import type { Connection } from 'mongoose';
import type { Review } from '../../core/reviews/review.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import { type StudentSealer, studentSealer, studentSealers } from '../sealing/student-sealer.ts';
import { model, type Stored } from '../store/collection.ts';
import { insertOnce } from '../store/insert-once.ts';
import { type ReviewRecord, reviews } from './review-collections.ts';

type Sealed = Pick<Deps, 'db' | 'sealing'>;
type Outline = Omit<ReviewRecord, 'id' | 'sealed'>;

/** What was there before the last change of the answers, so that it can be taken back; null where there was nothing. */
export type Before = Pick<Review, 'at' | 'by' | 'as' | 'answers' | 'note' | 'signs' | 'followUp'> | null;

export interface StoredReview extends Review {
  /** Absent where there is nothing to take back. */
  before?: Before;
}

/** A student's reviews, the oldest month first; none of who was forgotten. */
export async function readReviews(deps: Sealed, studentId: string): Promise<StoredReview[]> {
  const [sealer, found] = await Promise.all([
    studentSealer(deps, studentId),
    reviewsOf(deps.db).find({ studentId }).sort({ studentId: 1, month: 1 }).lean<Stored<ReviewRecord>[]>(),
  ]);
  return sealer ? found.map((record) => open(sealer, record)) : [];
}

/** The month of each student's last review, of those who have one. */
export async function lastMonths(
  db: Connection,
  studentIds: readonly string[],
): Promise<Map<string, string>> {
  const found = await reviewsOf(db)
    .find({ studentId: { $in: studentIds } }, { studentId: 1, month: 1 })
    .lean<Pick<ReviewRecord, 'studentId' | 'month'>[]>();
  const last = new Map<string, string>();
  for (const { studentId, month } of found)
    if (month > (last.get(studentId) ?? '')) last.set(studentId, month);
  return last;
}

/** Opens one review each: student and month, as `lastMonths` tells them. */
export async function readReviewsOf(
  deps: Sealed,
  months: ReadonlyMap<string, string>,
): Promise<Map<string, StoredReview>> {
  const ids = [...months].map(([studentId, month]) => idOf(studentId, month));
  const [sealers, found] = await Promise.all([
    studentSealers(deps, [...months.keys()]),
    reviewsOf(deps.db)
      .find({ _id: { $in: ids } })
      .lean<Stored<ReviewRecord>[]>(),
  ]);
  return new Map(
    found.flatMap((record) => {
      const sealer = sealers.get(record.studentId);
      return sealer ? [[record.studentId, open(sealer, record)]] : [];
    }),
  );
}

/**
 * Writes the version after the one that was read; version 1 is the first.
 * @returns false where somebody else has written meanwhile
 * @throws AppError `not-found` where the student was forgotten meanwhile
 */
export async function writeReview(deps: Sealed, review: StoredReview): Promise<boolean> {
  const { answers, note, signs, followUp, before, ...outline } = review;
  const sealer = await studentSealer(deps, review.studentId);
  if (!sealer) throw notFound();
  const inside = JSON.stringify({ answers, note, signs, followUp, before });
  const record = { ...outline, sealed: sealer.seal(inside, place(review.month)) };
  const _id = idOf(review.studentId, review.month);
  if (review.version === 1) return insertOnce(reviewsOf(deps.db), { ...record, _id });
  const was = { _id, version: review.version - 1 };
  const { modifiedCount } = await reviewsOf(deps.db).updateOne(was, { $set: record });
  return modifiedCount === 1;
}

/** Takes a month's review out, if it is still this version. */
export async function removeReview(db: Connection, { studentId, month, version }: Outline): Promise<boolean> {
  const { deletedCount } = await reviewsOf(db).deleteOne({ _id: idOf(studentId, month), version });
  return deletedCount === 1;
}

function open(sealer: StudentSealer, { _id, sealed, ...outline }: Stored<ReviewRecord>): StoredReview {
  return { ...outline, ...JSON.parse(sealer.open(sealed, place(outline.month))) };
}

function idOf(studentId: string, month: string): string {
  return `${studentId}:${month}`;
}

function place(month: string): string {
  return `review/${month}`;
}

function reviewsOf(db: Connection) {
  return model<ReviewRecord>(db, reviews);
}
