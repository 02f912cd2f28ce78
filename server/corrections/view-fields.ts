import type { Connection } from 'mongoose';
import type { Correction } from '../../core/corrections/correction.ts';
import { type DirectoryRecord, fieldValue } from '../../core/corrections/field-value.ts';
import type { CorrectorView, FieldView, RecordView } from '../../core/corrections/field-view.ts';
import { FIELD_NAMES } from '../../core/corrections/fields.ts';
import { accountNames } from '../accounts/account-names.ts';
import { type RecordNotes, saidSince } from '../directory/record-notes.ts';
import { notFound } from '../http/app-error.ts';
import type { CorrectionRecord } from './correction-collection.ts';
import { readCorrections } from './correction-store.ts';
import { fieldVersion } from './field-version.ts';
import { COLLECTION_OF } from './record-collections.ts';
import type { RecordRef } from './standing.ts';

type StoredRecord = DirectoryRecord & RecordNotes & { _id: string; source?: { system: string } };

/** What a record says, field by field, since when, and who corrected it. */
export async function viewFields(db: Connection, { kind, id }: RecordRef, name: string): Promise<RecordView> {
  const [record, corrections] = await Promise.all([
    db.collection<StoredRecord>(COLLECTION_OF[kind].name).findOne({ _id: id }),
    readCorrections(db, kind, [id]),
  ]);
  if (!record) throw notFound();
  const people = await readCorrectors(db, corrections);
  const byField = new Map(corrections.map((each) => [each.field, each]));
  const items = FIELD_NAMES[kind].map((field) => viewField(record, field, byField.get(field), people));
  return { kind, id, name, source: record.source?.system ?? '', items };
}

function viewField(
  record: StoredRecord,
  field: string,
  correction: CorrectionRecord | undefined,
  people: Correctors,
): FieldView {
  // A process may have died between a correction and its record: the correction is what counts.
  const value = correction ? correction.value : fieldValue(record, field);
  const since = record.fieldTimes?.[field] ?? saidSince(record);
  const { by, at, sourceValue, proposal, ended } = correction ?? {};
  return {
    field,
    value,
    ...(since !== undefined && { since }),
    ...(by && at && !ended && { corrected: { by: people(by), at, sourceValue } }),
    ...(proposal && { proposal }),
    version: fieldVersion(value, correction),
  };
}

type Correctors = (by: Correction['by']) => CorrectorView;

/** Who corrected, by name. */
export async function readCorrectors(
  db: Connection,
  corrections: readonly Pick<Correction, 'by'>[],
): Promise<Correctors> {
  const ids = corrections.flatMap(({ by }) => ('account' in by ? [by.account] : []));
  const names = ids.length > 0 ? await accountNames(db, ids) : new Map<string, string>();
  return (by) => ('account' in by ? { name: names.get(by.account) ?? '' } : by);
}
