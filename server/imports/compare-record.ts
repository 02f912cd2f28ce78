import type { RecordKind } from '../../core/corrections/correction.ts';
import { type DirectoryRecord, fieldValue } from '../../core/corrections/field-value.ts';
import { FIELD_NAMES } from '../../core/corrections/fields.ts';
import { changedFields, hearRecord } from '../../core/corrections/hear-record.ts';
import { isSame } from '../../core/corrections/is-same.ts';
import type { CorrectionRecord } from '../corrections/correction-collection.ts';
import type { HeardChange } from '../corrections/correction-store.ts';
import { type RecordNotes, saidSince } from '../directory/record-notes.ts';
import { type KeptParts, keptHere } from './kept-here.ts';

/** A record as an import brings it. */
export interface Incoming {
  id: string;
  source?: { system: string };
  lastModified?: string | undefined;
}

export type StoredRecord = DirectoryRecord & RecordNotes & KeptParts & { _id: string };

/** What there was when an import came. */
export interface Before {
  /** Undefined: nothing of these records can be corrected. */
  kind: RecordKind | undefined;
  stored: ReadonlyMap<string, StoredRecord>;
  corrections: ReadonlyMap<string, CorrectionRecord[]>;
  /** Of what the import says of each record. */
  hashes: ReadonlyMap<string, string>;
}

export interface Compared {
  said: Incoming;
  /** Undefined: a new record. */
  before: StoredRecord | undefined;
  /** What it is to be. */
  record: Incoming & DirectoryRecord;
  /** What becomes of its corrections (null: it goes). */
  changes: HeardChange[];
  hash: string;
  /** Whether it is to be written. */
  isFresh: boolean;
  /** The fields in which the source says something else than it said. */
  otherFields: readonly string[];
  /** Who corrected how much may be known of it has decided that. */
  isSecrecyCorrected: boolean;
}

export function compareRecord(said: Incoming, read: Before, at: string): Compared {
  const before = read.stored.get(said.id);
  const own = read.corrections.get(said.id) ?? [];
  const hash = read.hashes.get(said.id)!;
  const source = said.source?.system ?? '';
  const { record, changes } = hearRecord({ ...said }, own, { at, source });
  const isOther = before?.contentHash !== hash;
  // Who corrects writes the correction first: where a process died then, the record still says what it said.
  const isSettled = own.every(
    ({ field }) => before && isSame(fieldValue(before, field), fieldValue(record, field)),
  );
  const gone = new Set(changes.flatMap((each) => (each.after ? [] : [each.before.field])));
  return {
    said,
    before,
    record,
    changes,
    hash,
    isFresh: isOther || !isSettled,
    otherFields:
      isOther && before && read.kind ? changedFields(before, { ...said }, own, FIELD_NAMES[read.kind]) : [],
    isSecrecyCorrected: own.some(({ field }) => field === 'confidentiality' && !gone.has(field)),
  };
}

/** What is stored of it. */
export function replacementOf(compared: Compared, now: string, keepTimes: boolean): Record<string, unknown> {
  const { said, before, record, hash } = compared;
  const { confidentiality, ...kept } = keptHere(said, before);
  const { id: _, ...rest } = record;
  return {
    ...rest,
    ...kept,
    ...(confidentiality !== undefined && !compared.isSecrecyCorrected && { confidentiality }),
    ...timesOf(compared, now),
    ...(before?.corrected !== undefined && { corrected: before.corrected }),
    ...(before?.mergedInto !== undefined && { mergedInto: before.mergedInto }),
    contentHash: hash,
    changedAt: keepTimes && !before ? said.lastModified : now,
  };
}

/** Since when the source says what it says: of a new record from now on, of others field by field. */
function timesOf({ before, otherFields }: Compared, now: string): RecordNotes {
  if (!before) return { saidAt: now };
  const saidAt = saidSince(before);
  const fieldTimes = {
    ...before.fieldTimes,
    ...Object.fromEntries(otherFields.map((field) => [field, now])),
  };
  return {
    ...(saidAt !== undefined && { saidAt }),
    ...(Object.keys(fieldTimes).length > 0 && { fieldTimes }),
  };
}
