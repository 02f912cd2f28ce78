import type { Connection } from 'mongoose';
import type { District } from '../../core/district/district.ts';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { districts } from './district-collection.ts';

/** The district of this id; without one the first, in the order of ids. Null before any has been set up. */
export async function readDistrict(db: Connection, id?: string): Promise<District | null> {
  const found = await model<District>(db, districts)
    .findOne(id === undefined ? {} : { _id: id })
    .sort({ _id: 1 })
    .lean<Stored<District>>();
  return found ? fromStored<District>(found) : null;
}

/** Writes a district, new or known. */
export async function saveDistrict(db: Connection, district: District): Promise<void> {
  const stored = toStored(district);
  await model<District>(db, districts).replaceOne({ _id: stored._id }, stored, { upsert: true });
}
