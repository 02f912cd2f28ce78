import type { DemandArea } from '../../core/demand/demand-area.ts';
import { keyOf } from '../../core/imports/parent-keys.ts';
import type { ReadArea } from '../../core/imports/read-area.ts';
import type { AreasImport } from './areas-import.ts';
import type { Counter } from './import-result.ts';
import { areaOf, firstOfEach, refuseArea } from './staged-areas.ts';
import type { StagedDocument } from './staging.ts';

const BATCH = 500;
const NO_DATA = { people: undefined, low: undefined, high: undefined };

/** Every area of the file, with what is known already of those the file says less about. */
export async function placeAreas(run: AreasImport, counter: Counter): Promise<number> {
  let written = 0;
  let batch: ReadArea[] = [];
  const flush = async (): Promise<void> => {
    const before = await run.store.find(batch.map(({ id }) => id));
    const areas = batch.map((area) => ({ ...before.get(area.id), ...area }));
    written += await write(run, counter, areas.filter(isPlaced), before);
    batch = [];
    await step(run, written);
  };
  for await (const document of firstOfEach(run, counter)) {
    const area = areaOf(document);
    if (area.point) batch.push(area);
    else await refuseArea(run, counter, document, 'outline-missing');
    if (batch.length >= BATCH) await flush();
  }
  await flush();
  return written;
}

/** Every area that there is, with the file's numbers; of which the file says nothing, there is no data any more. */
export async function numberAreas(run: AreasImport, counter: Counter): Promise<number> {
  await refuseUnknown(run, counter);
  let written = 0;
  for await (const known of run.store.batches(BATCH)) {
    const before = new Map(known.map((area) => [area.id, area]));
    const staged = await run.staging.withKeys([...before.keys()].map((id) => keyOf('area', id)));
    const said = new Map(staged.toReversed().map((document) => [document.row.id, areaOf(document)]));
    const areas = known.map((area) => ({ ...area, ...NO_DATA, ...said.get(area.id), point: area.point }));
    written += await write(run, counter, areas, before);
    await step(run, written);
  }
  return written;
}

async function refuseUnknown(run: AreasImport, counter: Counter): Promise<void> {
  let batch: StagedDocument[] = [];
  const flush = async (): Promise<void> => {
    const known = await run.store.find(batch.map(({ row }) => row.id ?? ''));
    for (const document of batch)
      if (!known.has(document.row.id ?? '')) await refuseArea(run, counter, document, 'unknown-area');
    batch = [];
  };
  for await (const document of firstOfEach(run, counter)) {
    batch.push(document);
    if (batch.length >= BATCH) await flush();
  }
  await flush();
}

async function write(
  run: AreasImport,
  counter: Counter,
  areas: readonly DemandArea[],
  before: ReadonlyMap<string, DemandArea>,
): Promise<number> {
  await run.store.write(areas);
  const isSame = (area: DemandArea) => textOf(area) === textOf(before.get(area.id) ?? {});
  const unchanged = areas.filter(isSame).length;
  const added = areas.filter(({ id }) => !before.has(id)).length;
  counter.upserted('areas', { added, changed: areas.length - added - unchanged, unchanged, changedIds: [] });
  return areas.length;
}

/** The same for the same facts, in whatever order and whether what is not known is named or not. */
function textOf(area: Partial<DemandArea>): string {
  return JSON.stringify(
    Object.entries(area)
      .filter(([, value]) => value !== undefined)
      .sort(),
  );
}

async function step(run: AreasImport, done: number): Promise<void> {
  run.signal?.throwIfAborted();
  await run.onProgress?.({ step: 'storing', done });
}

function isPlaced(area: ReadArea): area is DemandArea {
  return area.point !== undefined;
}
