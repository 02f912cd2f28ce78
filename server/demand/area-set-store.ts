import type { Connection } from 'mongoose';
import type { DemandArea } from '../../core/demand/demand-area.ts';
import { deleteInBatches } from '../imports/delete-in-batches.ts';
import { type JobRecord, jobs } from '../jobs/job-collection.ts';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { demandAreaSets, demandAreas } from './demand-collections.ts';

/** What is shown, and where it is from. */
export interface AreaSet {
  /** The import that brought it. */
  set: string;
  source: string;
  filename: string;
  importedAt: string;
  areas: number;
}

type AreaSetRecord = AreaSet & { id: string };
type AreaRecord = Stored<DemandArea> & { _id: string };

const CURRENT = 'current';

export async function readAreaSet(db: Connection): Promise<AreaSet | undefined> {
  const found = await sets(db).findById(CURRENT).lean<Stored<AreaSetRecord>>();
  if (!found) return undefined;
  const { id: _id, ...set } = fromStored<AreaSetRecord>(found);
  return set;
}

/** Writes areas of a set that is not shown yet; writing one again changes nothing. */
export async function writeAreas(db: Connection, set: string, areas: readonly DemandArea[]): Promise<void> {
  if (areas.length === 0) return;
  const operations = areas.map((area) => {
    const { _id, ...rest } = toStored({ ...area, id: `${set}/${area.id}` });
    return { replaceOne: { filter: { _id }, replacement: rest, upsert: true } };
  });
  await collection(db).bulkWrite(operations, { ordered: false, ignoreUndefined: true });
}

/** Shows a set from now on, in one write, then clears away what nobody shows or writes any more. */
export async function showAreaSet(db: Connection, shown: AreaSet): Promise<void> {
  await sets(db).collection.replaceOne({ _id: CURRENT } as object, shown, { upsert: true });
  await clearOldSets(db, shown.set);
}

export async function deleteAreaSet(db: Connection, set: string): Promise<void> {
  await deleteInBatches(collection(db), { _id: rangeOf(set) });
}

/** Some areas of a set by their ids. */
export async function findAreas(
  db: Connection,
  set: string,
  ids: readonly string[],
): Promise<Map<string, DemandArea>> {
  const found = await collection(db)
    .find({ _id: { $in: ids.map((id) => `${set}/${id}`) } })
    .toArray();
  return new Map(found.map(toArea).map((area) => [area.id, area]));
}

/** All areas of a set by id, one at a time; without outlines where they are not wanted. */
export async function* streamAreas(
  db: Connection,
  set: string,
  { outlines }: { outlines: boolean },
): AsyncGenerator<DemandArea> {
  const projection = outlines ? {} : { geometry: 0 };
  const cursor = collection(db)
    .find({ _id: rangeOf(set) }, { projection, batchSize: 500 })
    .sort({ _id: 1 });
  for await (const record of cursor) yield toArea(record);
}

/** All areas that are shown now, with outlines; nothing where there are none. */
export async function* streamShownAreas(db: Connection): AsyncGenerator<DemandArea> {
  const shown = await readAreaSet(db);
  if (shown) yield* streamAreas(db, shown.set, { outlines: true });
}

/** The next set's areas lie beside these until they are all there; what an import left behind when it died goes, too. */
async function clearOldSets(db: Connection, shown: string): Promise<void> {
  for (let after = ''; ; ) {
    const [next] = await collection(db)
      .find({ _id: { $gt: after } }, { projection: { _id: 1 } })
      .sort({ _id: 1 })
      .limit(1)
      .toArray();
    if (!next) return;
    const set = next._id.slice(0, next._id.indexOf('/'));
    if (set !== shown && !(await isOpen(db, set))) await deleteAreaSet(db, set);
    after = rangeOf(set).$lt;
  }
}

async function isOpen(db: Connection, importId: string): Promise<boolean> {
  const open = { _id: importId, finishedAt: { $exists: false } };
  return (await model<JobRecord>(db, jobs).exists(open)) !== null;
}

/** "0" is the character behind "/". */
function rangeOf(set: string): { $gte: string; $lt: string } {
  return { $gte: `${set}/`, $lt: `${set}0` };
}

function toArea({ _id, ...rest }: AreaRecord): DemandArea {
  return { ...rest, id: _id.slice(_id.indexOf('/') + 1) };
}

const sets = (db: Connection) => model<AreaSetRecord>(db, demandAreaSets);
const collection = (db: Connection) => db.collection<AreaRecord>(demandAreas.name);
