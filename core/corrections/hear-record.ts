import { type Correction, hearSource, latestOfSource } from './correction.ts';
import { type DirectoryRecord, fieldValue, withFieldValue } from './field-value.ts';
import { isSame } from './is-same.ts';

/** A record as it counts after its source has spoken, and what that changes in its corrections (null: it goes). */
export interface HeardRecord<R, C> {
  record: R;
  changes: { before: C; after: Correction | null }[];
}

export function hearRecord<R extends DirectoryRecord, C extends Correction>(
  said: R,
  corrections: readonly C[],
  by: { at: string; source: string },
): HeardRecord<R, C> {
  let record = said;
  const changes: HeardRecord<R, C>['changes'] = [];
  for (const before of corrections) {
    const { value, correction } = hearSource(before, fieldValue(said, before.field), by);
    record = withFieldValue(record, before.field, value);
    if (!isSame(before, correction)) changes.push({ before, after: correction });
  }
  return { record, changes };
}

/** The fields of which a source says something else than before, whatever people made of them. */
export function changedFields(
  stored: DirectoryRecord,
  said: DirectoryRecord,
  corrections: readonly Correction[],
  fields: readonly string[],
): string[] {
  const ofSource = new Map(corrections.map((each) => [each.field, latestOfSource(each)]));
  return fields.filter((field) => {
    const before = ofSource.has(field) ? ofSource.get(field) : fieldValue(stored, field);
    return !isSame(before, fieldValue(said, field));
  });
}
