import { findingOf, type RowNote } from '../../core/imports/finding.ts';
import type { FindingSink } from './finding-store.ts';
import type { StagedDocument, Staging } from './staging.ts';

const BATCH = 500;

/**
 * Tells of every part whose record is not in the import. A row with several links is used where one of them holds; a row
 * without any is used only where a service points at it.
 */
export async function reportDangling(
  staging: Staging,
  findings: FindingSink,
  step: () => Promise<void>,
): Promise<void> {
  let batch: StagedDocument[] = [];
  for await (const document of staging.parts()) {
    batch.push(document);
    if (batch.length < BATCH) continue;
    await reportBatch(batch, staging, findings);
    await step();
    batch = [];
  }
  await reportBatch(batch, staging, findings);
}

async function reportBatch(
  batch: readonly StagedDocument[],
  staging: Staging,
  findings: FindingSink,
): Promise<void> {
  const keys = await staging.existingKeys(batch.flatMap(({ row }) => row.parents.map(({ key }) => key)));
  const linked = await staging.existingParents(batch.filter(isAlone).map(linkName));
  for (const document of batch) {
    for (const note of notesOf(document, keys, linked))
      await findings.add(findingOf(note, document.row.place));
  }
}

function notesOf(
  document: StagedDocument,
  keys: ReadonlySet<string>,
  linked: ReadonlySet<string>,
): RowNote[] {
  const { parents } = document.row;
  if (isAlone(document))
    return linked.has(linkName(document)) ? [] : [{ code: 'no-parent', action: 'left-out' }];
  const missing = parents.filter(({ key }) => !keys.has(key));
  const action = missing.length === parents.length ? 'left-out' : 'kept';
  return missing.map(({ field, key }) => ({
    code: 'dangling-link',
    field,
    value: key.slice(key.indexOf(':') + 1),
    action,
  }));
}

/** Rows that could belong to something and do not say to what. */
function isAlone({ table, row }: StagedDocument): boolean {
  return row.parents.length === 0 && ['phone', 'contact', 'schedule', 'program'].includes(table);
}

function linkName({ key }: StagedDocument): string {
  return `linked:${key ?? ''}`;
}
