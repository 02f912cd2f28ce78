import type { Connection } from 'mongoose';
import type { District } from '../../core/district/district.ts';
import type { Resource } from '../../core/policy/resource.ts';
import { notFound } from '../http/app-error.ts';
import { listSchools } from '../schools/school-store.ts';
import { districts } from '../settings/district-collection.ts';
import { model, type Stored } from '../store/collection.ts';

/** What is rated: a school, or a district as a whole. */
export interface Place {
  id: string;
  kind: 'district' | 'school';
  name: string;
  districtId: string;
}

/** Districts, then their schools by name. */
export async function listPlaces(db: Connection): Promise<Place[]> {
  const [known, schools] = await Promise.all([
    model<District>(db, districts)
      .find({}, { name: 1 })
      .sort({ _id: 1 })
      .lean<Pick<Stored<District>, '_id' | 'name'>[]>(),
    listSchools(db),
  ]);
  return [
    ...known.map(({ _id: id, name }): Place => ({ id, kind: 'district', name, districtId: id })),
    ...schools.map(({ id, name, districtId }): Place => ({ id, kind: 'school', name, districtId })),
  ];
}

/** What opens a place: a school to those who work there, a district to those who lead it. */
export function placeResource({ id, kind, districtId }: Place): Resource {
  return kind === 'school' ? { districtId, schoolIds: [id] } : { districtId };
}

/** @throws AppError 404 where there is no such place */
export async function findPlace(db: Connection, id: string): Promise<Place> {
  const place = (await listPlaces(db)).find((each) => each.id === id);
  if (!place) throw notFound();
  return place;
}
