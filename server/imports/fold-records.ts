import type { PlacedRow } from '../../core/imports/family.ts';
import { findingOf } from '../../core/imports/finding.ts';
import { foldCopy } from '../../core/imports/fold-copies.ts';
import type { RecordTable } from '../../core/imports/hsds-tables.ts';
import { tableRule } from '../../core/imports/hsds-tables.ts';
import type { FindingSink } from './finding-store.ts';
import type { Counter } from './import-result.ts';
import type { StagedDocument, Staging } from './staging.ts';

const BATCH = 500;

/** The records of a table, each once, in batches. Rows with the id of another are folded into it, and told. */
export async function* foldedRecords(
  staging: Staging,
  table: RecordTable,
  findings: FindingSink,
  counter: Counter,
): AsyncGenerator<PlacedRow[]> {
  let batch: PlacedRow[] = [];
  let current: StagedDocument | undefined;
  for await (const next of staging.ordered(table)) {
    if (current && next.key === current.key) {
      current = { ...current, row: await fold(current.row, next.row, table, findings, counter) };
      continue;
    }
    if (current) batch.push(current.row);
    current = next;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (current) batch.push(current.row);
  if (batch.length > 0) yield batch;
}

async function fold(
  first: PlacedRow,
  copy: PlacedRow,
  table: RecordTable,
  findings: FindingSink,
  counter: Counter,
): Promise<PlacedRow> {
  const { row, difference } = foldCopy(first, copy);
  const same = difference === 'none';
  const detail = `The first is in ${first.place.file}, line ${first.place.line}.`;
  const at = { field: 'id', value: copy.id ?? '', detail };
  if (first.embedded || copy.embedded) {
    if (!same)
      await findings.add(findingOf({ code: 'conflicting-copies', action: 'kept', ...at }, copy.place));
    return row;
  }
  const code = same ? 'duplicate-row' : 'duplicate-id';
  await findings.add(findingOf({ code, action: same ? 'left-out' : 'refused', ...at }, copy.place));
  counter.refused(tableRule(table).names[0]!);
  return row;
}
