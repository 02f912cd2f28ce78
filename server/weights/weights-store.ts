import type { Connection } from 'mongoose';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { insertOnce } from '../store/insert-once.ts';
import { matchingWeights, type WeightsVersion } from './weights-collection.ts';

/** A screen shows as many. */
const MOST_VERSIONS = 50;

/** The newest versions of a district's weights, newest first; none where it goes by data/matching. */
export async function listVersions(
  db: Connection,
  districtId: string,
  limit = MOST_VERSIONS,
): Promise<WeightsVersion[]> {
  const found = await versionsOf(db)
    .find({ districtId })
    .sort({ districtId: 1, number: -1 })
    .limit(limit)
    .lean<Stored<WeightsVersion>[]>();
  return found.map((version) => fromStored<WeightsVersion>(version));
}

/** Whether it was saved: false where somebody else has made this version before. */
export async function saveVersion(db: Connection, version: Omit<WeightsVersion, 'id'>): Promise<boolean> {
  const id = `${version.districtId}:${version.number}`;
  return insertOnce(versionsOf(db), toStored<WeightsVersion>({ ...version, id }));
}

const versionsOf = (db: Connection) => model<WeightsVersion>(db, matchingWeights);
