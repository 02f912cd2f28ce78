import { AREA_COLUMNS } from '../../core/imports/area-columns.ts';
import { readArea } from '../../core/imports/read-area.ts';
import type { AreasImport } from './areas-import.ts';
import { Counter, type ImportResult } from './import-result.ts';
import { InputRefused } from './input-refused.ts';
import { stageTable } from './stage-table.ts';
import { areaOf, type StagedArea, toStaged } from './staged-areas.ts';
import type { Staging } from './staging.ts';
import { numberAreas, placeAreas } from './store-areas.ts';

/**
 * Imports areas with their people from CSV or GeoJSON. A file of outlines or points brings all areas there are from now
 * on; a file of numbers alone brings the numbers of those there are. What it has no column for stays. The new areas lie
 * beside the old ones until all are there and are shown in one write: broken off, it changes nothing.
 * @throws InputRefused where the file is broken or has nothing of areas
 */
export async function importAreas(run: AreasImport): Promise<ImportResult> {
  const counter = new Counter();
  await run.staging.clear();
  await run.store.clear();
  let isShown = false;
  try {
    await stage(run, counter);
    refuseBroken(run);
    const kinds = await contentOf(run.staging);
    const written = kinds.places ? await placeAreas(run, counter) : await numberAreas(run, counter);
    if (written === 0) throw new InputRefused('nothing-known', NOTHING_LEFT);
    run.signal?.throwIfAborted();
    await run.store.show(written);
    isShown = true;
  } finally {
    await run.findings.flush();
    if (!isShown) await run.store.clear();
    await run.staging.clear();
  }
  const { total, byCode } = run.findings;
  return { counts: counter.counts, findings: total, findingsByCode: { ...byCode }, unmappedTerms: [] };
}

function stage(run: AreasImport, counter: Counter): Promise<void> {
  return stageTable<StagedArea>({
    run,
    table: 'area',
    name: 'areas',
    counter,
    shape: { known: AREA_COLUMNS, columns: run.columns, needed: [['area_id']], outlines: true },
    raw: ({ fields: { geometry: _geometry, ...fields } }) => JSON.stringify(fields).slice(0, 10_000),
    read: ({ fields }, note) => {
      const value = readArea(fields, note, run.bounds);
      return value && { id: value.id, value: toStaged(value) };
    },
  });
}

/** Half a file would look like a community of which half is empty. */
function refuseBroken({ findings: { byCode } }: AreasImport): void {
  if (byCode['bad-json'] || byCode['ragged-row'] || byCode['unclosed-quote'])
    throw new InputRefused('broken-file', BROKEN);
}

async function contentOf(staging: Staging): Promise<{ places: boolean }> {
  if ((await staging.count('area')) === 0) throw new InputRefused('nothing-known', NOTHING_LEFT);
  let people = false;
  for await (const document of staging.ordered('area')) {
    const { point, ...said } = areaOf(document);
    if (point) return { places: true };
    people ||= 'people' in said;
  }
  if (!people) throw new InputRefused('nothing-known', NO_COLUMNS);
  return { places: false };
}

const BROKEN =
  'The file breaks off or a row of it is not whole (see the report). The areas that were there stay. Export the file again, without notes above or below the table, and import it whole.';
const NO_COLUMNS =
  'The file has neither outlines nor points nor numbers of people. Name the columns with --columns "area_id=…;people=…;margin=…".';
const NOTHING_LEFT =
  'No area of the file can be used (see the report). The areas that were there stay. Numbers alone can only be given to areas whose outlines were imported before.';
