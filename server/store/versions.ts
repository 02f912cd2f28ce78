import type { Connection } from 'mongoose';
import { type CollectionSpec, fromStored, model, type Stored, toStored } from './collection.ts';
import { insertOnce } from './insert-once.ts';

/** One saving of something that a district keeps in versions. It is never changed: the newest one holds. */
export interface Version {
  /** Ends in the number: two people who save at once cannot both make the next version. */
  id: string;
  districtId: string;
  /** Counts up from 1; 0 stands for what Trellis comes with. */
  number: number;
  /** Why, in the words of who saved it. */
  note?: string;
  /** The account that saved it. */
  accountId: string;
  savedAt: string;
}

/** A screen shows as many. */
const MOST_VERSIONS = 50;

/** The newest versions, newest first; none where a district goes by what Trellis comes with. */
export async function listVersions<V extends Version>(
  db: Connection,
  spec: CollectionSpec,
  of: { districtId: string; kind?: string },
  limit = MOST_VERSIONS,
): Promise<V[]> {
  const found = await model<V>(db, spec)
    .find(of as object)
    .sort({ districtId: 1, ...(of.kind !== undefined && { kind: 1 }), number: -1 })
    .limit(limit)
    .lean<Stored<V>[]>();
  return found.map((version) => fromStored<V>(version));
}

/** Whether it was saved: false where somebody else has made this version before. */
export function saveVersion<V extends Version>(
  db: Connection,
  spec: CollectionSpec,
  version: V,
): Promise<boolean> {
  return insertOnce(model<V>(db, spec), toStored<V>(version));
}
