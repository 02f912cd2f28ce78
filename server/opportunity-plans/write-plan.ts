import { findFaults } from '../../core/opportunity-plan/find-faults.ts';
import { foldChanges } from '../../core/opportunity-plan/fold-changes.ts';
import type { PlanChange, RecordedEdit } from '../../core/opportunity-plan/plan-change.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { addChange, readChanges } from './plan-change-store.ts';

/** The account, and what it is to the student. */
export type Writer = Pick<PlanChange, 'by' | 'as'>;

/** What to write, given all that has been written so far. */
export type Compose = (changes: readonly PlanChange[]) => Pick<PlanChange, 'edits' | 'undoes'>;

export interface WrittenPlan {
  changes: PlanChange[];
  /** What this writing came to; nothing where all of it was there already. */
  edits: readonly RecordedEdit[];
}

/** Each time somebody else was quicker one looks again; more of them than this do not write one plan at once. */
const MOST_TRIES = 20;

/**
 * Adds an entry to a student's plan. It is composed upon what stands there, and stored only if nothing has come in
 * between; otherwise it is composed again, so that of two who write at the same moment both are in the history.
 */
export async function writePlan(
  deps: Pick<Deps, 'db' | 'sealing' | 'clock'>,
  studentId: string,
  writer: Writer,
  compose: Compose,
): Promise<WrittenPlan> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const changes = await readChanges(deps, studentId);
    const composed = compose(changes);
    const { edits } = composed;
    if (edits.length === 0) return { changes, edits };
    const at = deps.clock().toISOString();
    const change = { ...composed, ...writer, studentId, at, number: (changes.at(-1)?.number ?? 0) + 1 };
    const after = [...changes, change];
    refuseFaults(after, edits);
    if (await addChange(deps, change)) return { changes: after, edits };
  }
  throw new AppError(
    409,
    'busy',
    'Too many people are writing in this plan right now. Try again in a moment.',
  );
}

function refuseFaults(after: readonly PlanChange[], edits: readonly RecordedEdit[]): void {
  const touched = edits.map(({ field }) => field);
  const faults = findFaults(foldChanges(after), touched);
  if (faults.length === 0) return;
  const errors = faults.map(({ field, message }) => ({ path: field, message }));
  throw new AppError(400, 'invalid-input', 'Some of the input is not right.', errors);
}
