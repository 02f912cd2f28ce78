import type { Connection } from 'mongoose';
import type { School } from '../../core/schools/school.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { schools } from './school-collection.ts';

export async function readSchool(db: Connection, id: string): Promise<School | null> {
  const found = await model<School>(db, schools).findById(id, WITHOUT_HASH).lean<Stored<School>>();
  return found ? fromStored<School>(found) : null;
}

/** All schools by name, then id. */
export async function listSchools(db: Connection): Promise<School[]> {
  const found = await model<School>(db, schools).find({}, WITHOUT_HASH).lean<Stored<School>[]>();
  return found.map((school) => fromStored<School>(school)).sort(byName);
}

/** The importers' own notes on a record; nobody outside reads them. */
const WITHOUT_HASH = { contentHash: 0, otherIds: 0 } as const;

function byName(a: School, b: School): number {
  return a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1);
}
