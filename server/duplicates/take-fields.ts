import { fieldValue } from '../../core/corrections/field-value.ts';
import { isSame } from '../../core/corrections/is-same.ts';
import type { DuplicateKind } from '../../core/duplicates/duplicate-rules.ts';
import { COMPARED_FIELDS } from '../../core/duplicates/tell-sides.ts';
import { readCorrections } from '../corrections/correction-store.ts';
import { type Acting, type CorrectingDeps, correctFields, takeBack } from '../corrections/turn-correction.ts';
import { notFound } from '../http/app-error.ts';
import type { MergeRecord } from './duplicate-collections.ts';
import { COLLECTION_OF } from './settle-merges.ts';

/** Gives the record that stays some fields of the other one, as corrections that yield to its source. */
export async function takeFields(
  deps: CorrectingDeps,
  { kind, into, id }: Pick<MergeRecord, 'into' | 'id'> & { kind: DuplicateKind },
  fields: readonly string[],
  acting: Acting,
): Promise<void> {
  const other = await deps.db.collection<{ _id: string }>(COLLECTION_OF[kind]).findOne({ _id: id });
  if (!other) throw notFound();
  const changes = fields.map((field) => ({ kind, id: into, field, value: fieldValue(other, field) }));
  await correctFields(deps, changes, { ...acting, by: { tool: 'merge' } });
}

/** Takes back what a merge has given, unless a person has said something else since, or another merge. */
export async function giveBackFields(
  deps: CorrectingDeps,
  merge: MergeRecord,
  acting: Acting,
): Promise<void> {
  const { kind, into, id } = merge;
  if (kind === 'service-at-location') return;
  const other = await deps.db.collection<{ _id: string }>(COLLECTION_OF[kind]).findOne({ _id: id });
  const given = (await readCorrections(deps.db, kind, [into])).filter(
    ({ by, field, value }) =>
      'tool' in by &&
      by.tool === 'merge' &&
      (COMPARED_FIELDS[kind] as readonly string[]).includes(field) &&
      other !== null &&
      isSame(value, fieldValue(other, field)),
  );
  for (const { field } of given) await takeBack(deps, { kind, id: into, field }, acting);
}
