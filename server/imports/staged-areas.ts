import { findingOf } from '../../core/imports/finding.ts';
import type { ReadArea } from '../../core/imports/read-area.ts';
import type { AreasImport } from './areas-import.ts';
import type { Counter } from './import-result.ts';
import type { StagedDocument } from './staging.ts';

/** As it is laid aside, where "empty" would be lost if it were not null. */
export type StagedArea = { [K in keyof ReadArea]: ReadArea[K] | null };

export function toStaged(area: ReadArea): StagedArea {
  return Object.fromEntries(
    Object.entries(area).map(([key, value]) => [key, value === undefined ? null : value]),
  ) as StagedArea;
}

export function areaOf({ row }: StagedDocument): ReadArea {
  const entries = Object.entries(row.value as StagedArea);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, value === null ? undefined : value]),
  ) as ReadArea;
}

/** Of rows with one id the first counts. */
export async function* firstOfEach(run: AreasImport, counter: Counter): AsyncGenerator<StagedDocument> {
  let last: StagedDocument | undefined;
  for await (const next of run.staging.ordered('area')) {
    if (last?.key === next.key) {
      const isSame = JSON.stringify(last?.row.value) === JSON.stringify(next.row.value);
      await refuseArea(run, counter, next, isSame ? 'duplicate-row' : 'duplicate-id');
      continue;
    }
    last = next;
    yield next;
  }
}

export async function refuseArea(
  run: AreasImport,
  counter: Counter,
  { row }: StagedDocument,
  code: 'duplicate-row' | 'duplicate-id' | 'outline-missing' | 'unknown-area',
): Promise<void> {
  counter.refused('areas');
  const action = code === 'duplicate-row' ? 'left-out' : 'refused';
  await run.findings.add(findingOf({ code, field: 'area_id', value: row.id ?? '', action }, row.place));
}
