import type { Connection } from 'mongoose';
import type { Confidentiality, Location, Service } from '../../core/directory/service.ts';
import { locations } from '../directory/location-collection.ts';
import { services } from '../directory/service-collection.ts';
import { type CollectionSpec, model, type Stored } from '../store/collection.ts';
import { readLinks } from './read-links.ts';

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
 * The links that may be told (core/directory/confidential.ts, `isGivenOpenly`), as a filter, so that pages are exact. It
 * names the few that may not be told by their ids: to leave out by service or location takes the engine seconds. One
 * round trip.
 */
export async function openLinks(db: Connection, secret: Secret): Promise<object> {
  return { _id: { $nin: [...(await closedLinks(db, secret))] } };
}

/** Links that may not be told: of anything hidden, and of a partly confidential service at a place that is itself public. */
export async function closedLinks(db: Connection, secret: Secret): Promise<Set<string>> {
  const { services: given, locations: places } = secret;
  const found = await readLinks(db, {
    $or: [
      { locationId: { $in: places.hidden } },
      { serviceId: { $in: [...given.hidden, ...given.partial] } },
    ],
  });
  const [partial, partialPlaces] = [new Set(given.partial), new Set(places.partial)];
  const closed = found.filter(
    ({ serviceId, locationId }) => !(partial.has(serviceId) && partialPlaces.has(locationId)),
  );
  return new Set(closed.map(({ id }) => id));
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
