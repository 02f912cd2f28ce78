import type { Connection } from 'mongoose';
import type { FieldsOfMany } from '../../core/audit/entry.ts';
import { fieldChanges } from '../../core/audit/field-changes.ts';

export interface RecordChanges {
  added: string[];
  /** The fields that change, and of which records: those with the same fields together. */
  changed: FieldsOfMany[];
}

/** What is kept beside a record for its own sake. */
const KEEPING = new Set(['contentHash', 'nameHashes', 'key', 'source', 'seenAt', 'updatedAt']);

/**
 * What writing these records will change. A part that is sealed is sealed anew each time, so it counts as changed
 * whenever a file that gives it changes the record.
 */
export async function changesOf(
  db: Connection,
  name: string,
  records: readonly { id: string; said: object }[],
): Promise<RecordChanges> {
  const found = await db
    .collection<{ _id: string }>(name)
    .find({ _id: { $in: records.map(({ id }) => id) } })
    .toArray();
  const stored = new Map(found.map(({ _id, ...record }) => [_id, record as Record<string, unknown>]));
  const groups = new Map<string, FieldsOfMany>();
  for (const { id, said } of records) {
    const before = stored.get(id);
    if (!before) continue;
    const fields = changedFields(before, said);
    const group = groups.get(fields.join()) ?? { fields, studentIds: [] };
    group.studentIds.push(id);
    groups.set(fields.join(), group);
  }
  const added = records.map(({ id }) => id).filter((id) => !stored.has(id));
  return { added, changed: [...groups.values()] };
}

function changedFields(before: Record<string, unknown>, said: object): string[] {
  const known = Object.fromEntries(Object.keys(said).map((field) => [field, before[field]]));
  return fieldChanges(known, said)
    .map(({ field }) => field)
    .filter((field) => !KEEPING.has(field))
    .map(plainName);
}

/** "sealedBirthDate" is the date of birth. */
function plainName(field: string): string {
  const part = field.startsWith('sealed') ? field.slice('sealed'.length) : undefined;
  return part ? part.charAt(0).toLowerCase() + part.slice(1) : field;
}
