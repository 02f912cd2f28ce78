import type { Connection } from 'mongoose';
import { listVersions as listAll, saveVersion as save } from '../store/versions.ts';
import { matchingWeights, type WeightsVersion } from './weights-collection.ts';

/** The newest versions of a district's weights, newest first; none where it goes by data/matching. */
export function listVersions(db: Connection, districtId: string, limit?: number): Promise<WeightsVersion[]> {
  return listAll<WeightsVersion>(db, matchingWeights, { districtId }, limit);
}

/** Whether it was saved: false where somebody else has made this version before. */
export function saveVersion(db: Connection, version: Omit<WeightsVersion, 'id'>): Promise<boolean> {
  const id = `${version.districtId}:${version.number}`;
  return save<WeightsVersion>(db, matchingWeights, { ...version, id });
}
