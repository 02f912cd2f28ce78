import { correct, type FieldRef } from '../../core/corrections/correct.ts';
import {
  type CorrectedBy,
  type Correction,
  ending,
  reveals,
  withoutProposal,
} from '../../core/corrections/correction.ts';
import { type DirectoryRecord, fieldValue } from '../../core/corrections/field-value.ts';
import { isSame } from '../../core/corrections/is-same.ts';
import { groupBy } from '../../core/lists/group-by.ts';
import { decide, type Subject } from '../../core/policy/decide.ts';
import type { Deps } from '../deps.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { type ChangingRecord, whileTelling } from '../webhooks/while-telling.ts';
import type { CorrectionRecord } from './correction-collection.ts';
import { readCorrection, saveCorrection } from './correction-store.ts';
import { fieldVersion } from './field-version.ts';
import { type FoundRecord, rebuildAround } from './rebuild-around.ts';
import { COLLECTION_OF } from './record-collections.ts';
import { settleRecord } from './settle-record.ts';

export type CorrectingDeps = Pick<Deps, 'config' | 'db' | 'queues' | 'rules' | 'clock' | 'audit'>;

/** Who turns a correction. */
export interface Acting {
  /** Null: a tool that works by itself. */
  account: Subject | null;
  /** The version of the field that they saw (`fieldVersion`): who has not seen the newest one is told so. */
  seen?: string | undefined;
  /** Why, in words. */
  reason?: string | undefined;
}

type FieldNow = { now: unknown; before: CorrectionRecord | undefined };

/**
 * Gives a field of the directory another value than its source does. What a person said a tool does not change.
 * @throws AppError 409 `changed-meanwhile`, `corrected-by-person`
 */
export async function correctField(
  deps: CorrectingDeps,
  change: FieldRef & { value: unknown },
  { by, ...acting }: Acting & { by: CorrectedBy },
): Promise<void> {
  await correctFields(deps, [change], { by, ...acting });
}

/** Many at once: what hangs on the records is made anew once, at the end. */
export async function correctFields(
  deps: CorrectingDeps,
  changes: readonly (FieldRef & { value: unknown })[],
  { by, ...acting }: Acting & { by: CorrectedBy },
): Promise<void> {
  const at = deps.clock().toISOString();
  await turnAll(deps, changes, acting, (change, { now, before }) => {
    if ('tool' in by && before && 'account' in before.by) throw saidByPerson();
    return correct(change, { now, before, by, at });
  });
}

/** Lets the source's word count again. */
export async function takeBack(deps: CorrectingDeps, field: FieldRef, acting: Acting): Promise<void> {
  await turnAll(deps, [field], acting, (_, { before }) => {
    if (!before) throw new AppError(409, 'nothing-to-undo', 'Nobody has corrected this here.');
    return ending(before);
  });
}

export type ProposalAnswer = 'take' | 'keep';

/** Takes what the source proposes to these fields, or keeps what people said. What is no proposal any more stays. */
export async function answerProposals(
  deps: CorrectingDeps,
  fields: readonly FieldRef[],
  answer: ProposalAnswer,
  acting: Acting,
): Promise<void> {
  await turnAll(deps, fields, acting, (_, { before }) => {
    if (!before?.proposal) return before;
    return answer === 'take' ? ending(before) : withoutProposal(before);
  });
}

async function turnAll<F extends FieldRef>(
  deps: CorrectingDeps,
  fields: readonly F[],
  acting: Acting,
  next: (field: F, found: FieldNow) => Correction | undefined,
): Promise<void> {
  const turned: FoundRecord[] = [];
  const turnEach = async () => {
    // Made anew even where one of them cannot be changed, for the sake of those before it.
    try {
      for (const field of fields) {
        const record = await turnOne(deps, field, acting, next);
        if (record) turned.push({ kind: field.kind, id: field.id, record });
      }
    } finally {
      await rebuildAround(deps, turned);
    }
  };
  await whileTelling(deps, recordsOf(fields), turnEach, () => turned.length === 0);
}

/** Each record once, with its fields. */
function recordsOf(fields: readonly FieldRef[]): ChangingRecord[] {
  return [...groupBy(fields, ({ kind, id }) => `${kind}:${id}`).values()].map((same) => {
    const { kind, id } = same[0]!;
    return { kind, id, change: 'changed', fields: same.map(({ field }) => field) };
  });
}

/** The record before, where it was changed. */
async function turnOne<F extends FieldRef>(
  deps: CorrectingDeps,
  field: F,
  acting: Acting,
  next: (field: F, found: FieldNow) => Correction | undefined,
): Promise<DirectoryRecord | undefined> {
  const { db, clock } = deps;
  const at = clock().toISOString();
  const { record, ...found } = await readField(deps, field, at);
  if (acting.seen !== undefined && acting.seen !== fieldVersion(found.now, found.before)) throw stale();
  const after = next(field, found);
  if (after && after !== found.before) {
    if (reveals(field.field, found.now, after.value)) mustReveal(acting);
    await writeDown(deps, field, acting, { from: found.now, to: after.value });
    if (!(await saveCorrection(db, found.before, after))) throw stale();
  }
  // Also where nothing is new: that mends what a process left that died after the correction was written.
  if (!after) return undefined;
  await settleRecord(db, field.kind, field.id, at);
  return record;
}

async function readField({ db }: CorrectingDeps, { kind, id, field }: FieldRef, at: string) {
  const collection = db.collection<DirectoryRecord & { _id: string }>(COLLECTION_OF[kind].name);
  let before = await readCorrection(db, kind, id, field);
  if (before?.ended) {
    await settleRecord(db, kind, id, at);
    before = undefined;
  }
  const record = await collection.findOne({ _id: id });
  if (!record) throw notFound();
  return { record, before, now: before ? before.value : fieldValue(record, field) };
}

async function writeDown(
  { audit }: CorrectingDeps,
  { kind, id, field }: FieldRef,
  { account, reason }: Acting,
  { from, to }: { from: unknown; to: unknown },
): Promise<void> {
  await audit.record({
    action: account ? 'corrections.change' : 'system.correction',
    account,
    on: { kind, id },
    changes: isSame(from, to) ? [{ field }] : [{ field, from, to }],
    ...(reason !== undefined && { note: reason }),
  });
}

/** What has been hidden is shown again by an administrator, who says why. */
function mustReveal({ account, reason }: Acting): void {
  if (!account || !decide(account, 'corrections.reveal', {}).allowed)
    throw new AppError(403, 'reveals-place', 'Only an administrator can let more be known of a place.');
  if (!reason) throw new AppError(400, 'invalid-input', 'Say why.', [{ path: 'reason', message: 'say why' }]);
}

function stale(): AppError {
  return new AppError(
    409,
    'changed-meanwhile',
    'Somebody else has changed this. Look at it, then save again.',
  );
}

function saidByPerson(): AppError {
  return new AppError(409, 'corrected-by-person', 'Somebody has corrected this by hand.');
}
