import type { Connection } from 'mongoose';
import type { Confidentiality, Location, Service } from '../../core/directory/service.ts';
import { locations } from '../directory/location-collection.ts';
import { services } from '../directory/service-collection.ts';
import { type CollectionSpec, model, type Stored } from '../store/collection.ts';

/** Services and locations of which not all may be known, by how much may. Few, in any directory. */
export interface Secret {
  services: Record<'partial' | 'hidden', string[]>;
  locations: Record<'partial' | 'hidden', string[]>;
}

/** Two round trips. */
export async function readSecret(db: Connection): Promise<Secret> {
  const [ofServices, ofLocations] = await Promise.all([
    readConfidential<Service>(db, services),
    readConfidential<Location>(db, locations),
  ]);
  return { services: ofServices, locations: ofLocations };
}

/**
 * The links that may be told (core/directory/confidential.ts, `isGivenOpenly`), as a filter, so that pages are exact:
 * nothing hidden, and no partly confidential service at a place that is itself public.
 */
export function openLinks({ services: given, locations: places }: Secret): object[] {
  return [
    { locationId: { $nin: places.hidden }, serviceId: { $nin: given.hidden } },
    { $or: [{ serviceId: { $nin: given.partial } }, { locationId: { $in: places.partial } }] },
  ];
}

async function readConfidential<T extends { id: string; confidentiality: Confidentiality }>(
  db: Connection,
  spec: CollectionSpec,
): Promise<Record<'partial' | 'hidden', string[]>> {
  const found = await model<T>(db, spec)
    .find({ confidentiality: { $in: ['partial', 'hidden'] } }, { confidentiality: 1 })
    .lean<Stored<T>[]>();
  const of = (level: Confidentiality) =>
    found.filter(({ confidentiality }) => confidentiality === level).map(({ _id }) => _id);
  return { partial: of('partial'), hidden: of('hidden') };
}
