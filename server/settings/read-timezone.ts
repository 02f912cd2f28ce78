import type { Connection } from 'mongoose';
import { readDistrict } from './district-store.ts';

/** By which clock a district lives; before any has been set up, universal time. */
export async function readTimezone(db: Connection, districtId: string): Promise<string> {
  const district = (await readDistrict(db, districtId)) ?? (await readDistrict(db));
  return district?.timezone ?? 'UTC';
}
