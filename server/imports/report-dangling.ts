import { findingOf, type RowNote } from '../../core/imports/finding.ts';
import { inBatches } from '../../core/lists/in-batches.ts';
import { oneAhead } from '../../core/lists/one-ahead.ts';
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
  for await (const { batch, keys, linked } of oneAhead(lookedUp(staging))) {
    for (const document of batch)
      for (const note of notesOf(document, keys, linked))
        await findings.add(findingOf(note, document.row.place));
    await step();
  }
}

/** The parts, and which of what they name is there; more are read while these are looked up. */
async function* lookedUp(staging: Staging) {
  for await (const batch of oneAhead(inBatches(staging.parts(), BATCH))) {
    const keys = await staging.existingKeys(batch.flatMap(({ row }) => row.parents.map(({ key }) => key)));
    const linked = await staging.existingParents(batch.filter(isAlone).map(linkName));
    yield { batch, keys, linked };
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
