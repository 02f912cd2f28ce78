import type { Connection, PipelineStage } from 'mongoose';
import { EARTH_RADIUS_KM } from '../../core/geo/great-circle-km.ts';
import type { Position } from '../../core/geo/point.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { type OfferRecord, offers } from './offer-collection.ts';

/** The sphere on which MongoDB measures metres. Ours (6371.0088 km) is converted, so that both mean the same angle. */
const ENGINE_RADIUS_METRES = 6_378_100;

/** What is looked for, in the engine's words. */
export interface OfferSearch {
  filter: object;
  /** Only offers with a public point, nearest first unless `sort` is by name. */
  near?: { origin: Position; reachKm: number | undefined } | undefined;
  sort: 'time' | 'name';
  skip: number;
  limit: number;
}

export interface OffersFound<T> {
  records: T[];
  total: number;
}

/** One page of the offers that a search finds, with the exact number of all. */
export async function findOffers<T extends Partial<OfferRecord> = OfferRecord>(
  db: Connection,
  search: OfferSearch,
  projection: Record<string, 0 | 1> = { words: 0, residenceAreas: 0 },
): Promise<OffersFound<T>> {
  const collection = model<OfferRecord>(db, offers);
  const page = [
    ...ordered(search),
    { $skip: search.skip },
    { $limit: search.limit },
    { $project: projection },
  ];
  const [found, total] = await Promise.all([
    collection.aggregate<Stored<OfferRecord>>(page as PipelineStage[]),
    collection.countDocuments(within(search)),
  ]);
  return { records: found.map((record) => fromStored<OfferRecord>(record) as unknown as T), total };
}

function ordered(search: OfferSearch): object[] {
  const { near, sort, filter } = search;
  if (!near || sort === 'name') return [{ $match: within(search) }, { $sort: { nameKey: 1, _id: 1 } }];
  return [nearStage(filter, near), { $sort: { metres: 1, _id: 1 } }];
}

/** The first stage of a search by distance: public offers with `metres` from the origin, as the engine measures. */
export function nearStage(filter: object, { origin, reachKm }: NonNullable<OfferSearch['near']>): object {
  return {
    $geoNear: {
      near: { type: 'Point', coordinates: origin },
      key: 'point',
      distanceField: 'metres',
      spherical: true,
      query: { $and: [filter, { confidentiality: 'public' }] },
      ...(reachKm !== undefined && { maxDistance: radians(reachKm) * ENGINE_RADIUS_METRES }),
    },
  };
}

/** Our kilometres for the metres that the engine measured. */
export function kmOf(metres: number): number {
  return (metres / ENGINE_RADIUS_METRES) * EARTH_RADIUS_KM;
}

function within({ filter, near }: OfferSearch): object {
  if (!near) return filter;
  const place =
    near.reachKm === undefined
      ? { $exists: true }
      : { $geoWithin: { $centerSphere: [near.origin, radians(near.reachKm)] } };
  return { $and: [filter, { confidentiality: 'public' }, { point: place }] };
}

function radians(km: number): number {
  return km / EARTH_RADIUS_KM;
}
