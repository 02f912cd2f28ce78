import type { Connection } from 'mongoose';
import type { PlanChange } from '../../core/opportunity-plan/plan-change.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import { studentSealer } from '../sealing/student-sealer.ts';
import { model, type Stored } from '../store/collection.ts';
import { insertOnce } from '../store/insert-once.ts';
import { type PlanChangeRecord, planChanges } from './opportunity-plan-collections.ts';

type Sealed = Pick<Deps, 'db' | 'sealing'>;

/** Everything that was ever written in a student's plan, the first change first; nothing of who was forgotten. */
export async function readChanges(deps: Sealed, studentId: string): Promise<PlanChange[]> {
  const [sealer, found] = await Promise.all([
    studentSealer(deps, studentId),
    changesOf(deps.db)
      .find({ studentId })
      .sort({ studentId: 1, number: 1 })
      .lean<Stored<PlanChangeRecord>[]>(),
  ]);
  if (!sealer) return [];
  return found.map(({ _id, sealedEdits, ...change }) => ({
    ...change,
    edits: JSON.parse(sealer.open(sealedEdits, place(change.number))),
  }));
}

/**
 * Whether it was written: false where somebody else has written the change of this number.
 * @throws AppError `not-found` where the student was forgotten in the meantime
 */
export async function addChange(deps: Sealed, { edits, ...change }: PlanChange): Promise<boolean> {
  const sealer = await studentSealer(deps, change.studentId);
  if (!sealer) throw notFound();
  const sealedEdits = sealer.seal(JSON.stringify(edits), place(change.number));
  const _id = `${change.studentId}:${change.number}`;
  return insertOnce(changesOf(deps.db), { ...change, _id, sealedEdits });
}

/** Which of these students have a plan. */
export async function withPlan(db: Connection, studentIds: readonly string[]): Promise<Set<string>> {
  return new Set((await plansBegun(db, studentIds)).keys());
}

/** The moment at which the plan was begun, of those of these students who have one. */
export async function plansBegun(
  db: Connection,
  studentIds: readonly string[],
): Promise<Map<string, string>> {
  const found = await changesOf(db)
    .find({ studentId: { $in: studentIds }, number: 1 }, { studentId: 1, at: 1 })
    .lean<{ studentId: string; at: string }[]>();
  return new Map(found.map(({ studentId, at }) => [studentId, at]));
}

function place(number: number): string {
  return `opportunity-plan/${number}`;
}

function changesOf(db: Connection) {
  return model<PlanChangeRecord>(db, planChanges);
}
