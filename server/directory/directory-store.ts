import type { Connection } from 'mongoose';
import type { Location, Organization, Service } from '../../core/directory/service.ts';
import { type CollectionSpec, fromStored, model, type Stored } from '../store/collection.ts';
import { locations } from './location-collection.ts';
import { type OfferRecord, offers } from './offer-collection.ts';
import { organizations } from './organization-collection.ts';
import { WITHOUT_NOTES } from './record-notes.ts';
import { services } from './service-collection.ts';

/** What was merged into another record is found there (server/duplicates). */
export const NOT_MERGED = { mergedInto: null } as const;

/** Without what its source has no more, where a person has it marked (server/imports/marking-store.ts). */
export const STANDING = { goneSince: { $exists: false } } as object;

/** A record by its id, or by one that it had before it was merged: then it has its own. */
export function readService(db: Connection, id: string): Promise<Service | undefined> {
  return readOne<Service>(db, services, id);
}

/** Those of these services that are there. */
export function readServices(db: Connection, ids: readonly string[]): Promise<Service[]> {
  return readMany<Service>(db, services, { _id: { $in: [...new Set(ids)] }, ...NOT_MERGED });
}

export function readOrganization(db: Connection, id: string): Promise<Organization | undefined> {
  return readOne<Organization>(db, organizations, id);
}

/** Those of these organizations that are there. */
export function readOrganizations(db: Connection, ids: readonly string[]): Promise<Organization[]> {
  return readMany<Organization>(db, organizations, { _id: { $in: [...new Set(ids)] }, ...NOT_MERGED });
}

export function readLocation(db: Connection, id: string): Promise<Location | undefined> {
  return readOne<Location>(db, locations, id);
}

/** Locations by id, and those that belong to an organization where one is named. */
export function readLocations(
  db: Connection,
  ids: readonly string[],
  organizationId?: string,
): Promise<Location[]> {
  const listed = { _id: { $in: [...new Set(ids)] } };
  const wanted = organizationId ? { $or: [listed, { organizationId }] } : listed;
  return readMany<Location>(db, locations, { ...wanted, ...NOT_MERGED });
}

/** The locations that belong to these organizations. */
export function readLocationsOf(db: Connection, organizationIds: readonly string[]): Promise<Location[]> {
  return readMany<Location>(db, locations, { organizationId: { $in: organizationIds }, ...NOT_MERGED });
}

export function readServicesOf(
  db: Connection,
  organizationId: string | readonly string[],
): Promise<Service[]> {
  const of = typeof organizationId === 'string' ? organizationId : { $in: organizationId };
  return readMany<Service>(db, services, { organizationId: of, status: 'active', ...NOT_MERGED });
}

/** Offers of a service, an organization or some locations, by name and then id. */
export async function readOffers(
  db: Connection,
  of: { serviceId: string } | { organizationId: string } | { locationIds: readonly string[] },
): Promise<OfferRecord[]> {
  const filter = 'locationIds' in of ? { locationId: { $in: of.locationIds } } : of;
  const found = await model<OfferRecord>(db, offers)
    .find(filter as object, { words: 0, residenceAreas: 0 })
    .sort({ nameKey: 1, _id: 1 })
    .lean<Stored<OfferRecord>[]>();
  return found.map((offer) => fromStored<OfferRecord>(offer));
}

/** Offers in the order of the ids; one that has gone in the meantime is left out. */
export async function readOffersById(db: Connection, ids: readonly string[]): Promise<OfferRecord[]> {
  if (ids.length === 0) return [];
  const found = await model<OfferRecord>(db, offers)
    .find({ _id: { $in: ids } }, { words: 0, residenceAreas: 0 })
    .lean<Stored<OfferRecord>[]>();
  const byId = new Map(found.map((offer) => [offer._id, fromStored<OfferRecord>(offer)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

interface Merged {
  mergedInto?: string;
}

async function readOne<T extends { id: string }>(
  db: Connection,
  spec: CollectionSpec,
  id: string,
): Promise<T | undefined> {
  const found = await model<T>(db, spec).findById(id, WITHOUT_NOTES).lean<Stored<T> & Merged>();
  if (found?.mergedInto !== undefined) return readOne(db, spec, found.mergedInto);
  return found ? fromStored<T>(found) : undefined;
}

async function readMany<T extends { id: string }>(
  db: Connection,
  spec: CollectionSpec,
  filter: object,
): Promise<T[]> {
  const found = await model<T>(db, spec).find(filter, WITHOUT_NOTES).sort({ _id: 1 }).lean<Stored<T>[]>();
  return found.map((record) => fromStored<T>(record));
}
