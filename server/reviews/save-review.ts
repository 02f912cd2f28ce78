import { fallSigns } from '../../core/reviews/fall-signs.ts';
import { type Answers, mayAnswerAnew, type Review } from '../../core/reviews/review.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { type Before, readReviews, removeReview, type StoredReview, writeReview } from './review-store.ts';

type Saving = Pick<Deps, 'db' | 'sealing' | 'rules' | 'clock'>;
type Writer = Pick<Review, 'by' | 'as'>;

export interface Given {
  studentId: string;
  month: string;
  /** The version that was seen; 0 where there was none. */
  saw: number;
  answers: Answers;
  note: string;
}

/** Writes a month's answers, or changes one's own. */
export async function saveReview(deps: Saving, writer: Writer, given: Given): Promise<StoredReview> {
  const { studentId, month, saw, answers, note } = given;
  const all = await readReviews(deps, studentId);
  const now = all.find((one) => one.month === month);
  if ((now?.version ?? 0) !== saw) throw changed();
  if (now && !mayAnswerAnew(now, writer)) throw answeredByAnother();
  const earlier = all.filter((one) => one.month < month).map((one) => one.answers);
  const signs = fallSigns(earlier, answers, deps.rules.reviews.falling);
  const at = deps.clock().toISOString();
  const review = { studentId, month, version: saw + 1, at, ...writer, answers, note, signs };
  return written(deps, { ...review, before: now ? beforeOf(now) : null });
}

/** Takes back what one has just saved: what was there before stands there again. */
export async function undoReview(
  deps: Saving,
  { by }: Pick<Writer, 'by'>,
  { studentId, month, saw }: Pick<Given, 'studentId' | 'month' | 'saw'>,
): Promise<void> {
  const now = (await readReviews(deps, studentId)).find((one) => one.month === month);
  if (now?.version !== saw) throw changed();
  if (now.by !== by) throw answeredByAnother();
  const { before, followUp: _, ...rest } = now;
  if (before === undefined) throw changed();
  if (before === null) {
    if (!(await removeReview(deps.db, now))) throw changed();
    return;
  }
  await written(deps, { ...rest, ...before, version: saw + 1 });
}

/** Says what was done about a review that was worse, or takes that back. */
export async function followUp(
  deps: Saving,
  { by }: Pick<Writer, 'by'>,
  { studentId, month, saw, note }: Pick<Given, 'studentId' | 'month' | 'saw'> & { note: string | null },
): Promise<void> {
  const now = (await readReviews(deps, studentId)).find((one) => one.month === month);
  if (now?.version !== saw) throw changed();
  const { followUp: _, before: __, ...rest } = now;
  const done = note === null ? {} : { followUp: { at: deps.clock().toISOString(), by, note } };
  await written(deps, { ...rest, ...done, version: saw + 1 });
}

async function written(deps: Saving, review: StoredReview): Promise<StoredReview> {
  if (!(await writeReview(deps, review))) throw changed();
  return review;
}

function beforeOf({ at, by, as, answers, note, signs, followUp }: StoredReview): Before {
  return { at, by, as, answers, note, signs, ...(followUp && { followUp }) };
}

function changed(): AppError {
  return new AppError(409, 'changed', 'Somebody has saved this check meanwhile. Look at it as it is now.');
}

function answeredByAnother(): AppError {
  return new AppError(
    409,
    'answered',
    'Somebody else has answered this month. Only they, or the student, can change it.',
  );
}
