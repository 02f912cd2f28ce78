import type { Connection } from 'mongoose';
import { type Correction, correctionId, type RecordKind } from '../../core/corrections/correction.ts';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { inChunks } from '../store/in-chunks.ts';
import { insertOnce } from '../store/insert-once.ts';
import { type CorrectionRecord, corrections } from './correction-collection.ts';

const correctionsOf = (db: Connection) => model<CorrectionRecord>(db, corrections);

export async function readCorrection(
  db: Connection,
  kind: RecordKind,
  recordId: string,
  field: string,
): Promise<CorrectionRecord | undefined> {
  const id = correctionId(kind, recordId, field);
  const found = await correctionsOf(db).findById(id).lean<Stored<CorrectionRecord>>();
  return found ? fromStored<CorrectionRecord>(found) : undefined;
}

/** The corrections of these records, in one question. */
export async function readCorrections(
  db: Connection,
  kind: RecordKind,
  recordIds: Iterable<string>,
): Promise<CorrectionRecord[]> {
  return inChunks(recordIds, async (ids) => {
    const found = await correctionsOf(db)
      .find({ recordId: { $in: ids }, kind })
      .sort({ _id: 1 })
      .lean<Stored<CorrectionRecord>[]>();
    return found.map((record) => fromStored<CorrectionRecord>(record));
  });
}

/** Those to which their source has said something else since, the longest waiting first. */
export async function readProposed(db: Connection): Promise<CorrectionRecord[]> {
  const found = await correctionsOf(db)
    .find({ 'proposal.at': { $gt: '' } } as object)
    .sort({ 'proposal.at': 1 })
    .lean<Stored<CorrectionRecord>[]>();
  return found.map((record) => fromStored<CorrectionRecord>(record));
}

/** Writes a correction upon the one that was read (undefined: none). False where somebody else came first. */
export async function saveCorrection(
  db: Connection,
  before: CorrectionRecord | undefined,
  after: Correction,
): Promise<boolean> {
  const record = toStored<CorrectionRecord>({ ...after, turn: (before?.turn ?? 0) + 1 });
  if (!before) return insertOnce(correctionsOf(db), record);
  const asRead = { _id: before.id, turn: before.turn };
  const { matchedCount } = await correctionsOf(db).collection.replaceOne(asRead as object, record);
  return matchedCount === 1;
}

/** What a source's word makes of a correction; null: it goes. */
export interface HeardChange {
  before: CorrectionRecord;
  after: Correction | null;
}

/** Writes what a source's words make of many corrections. False where somebody else has changed one of them. */
export async function saveHeard(db: Connection, changes: readonly HeardChange[]): Promise<boolean> {
  if (changes.length === 0) return true;
  const writes = changes.map(({ before, after }) => {
    const filter = { _id: before.id, turn: before.turn };
    if (!after) return { deleteOne: { filter } };
    const replacement = toStored<CorrectionRecord>({ ...after, turn: before.turn + 1 });
    return { replaceOne: { filter, replacement } };
  });
  const written = await correctionsOf(db).collection.bulkWrite(writes as never, {
    ordered: false,
    ignoreUndefined: true,
  });
  return written.matchedCount + written.deletedCount === changes.length;
}

/** Those that were taken back and are carried out by now. */
export async function deleteEnded(db: Connection, ended: readonly CorrectionRecord[]): Promise<void> {
  for (const { id, turn } of ended) await correctionsOf(db).deleteOne({ _id: id, turn });
}
