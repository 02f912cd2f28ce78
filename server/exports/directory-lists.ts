import type { Location, Organization } from '../../core/directory/service.ts';
import { type HsdsObject, partsIn, textIn } from '../../core/hsds/hsds-object.ts';
import { locations } from '../directory/location-collection.ts';
import { organizations } from '../directory/organization-collection.ts';
import { WITHOUT_NOTES, WITHOUT_OTHER_NOTES } from '../directory/record-notes.ts';
import { services } from '../directory/service-collection.ts';
import type { HsdsWorld } from '../hsds/hsds-world.ts';
import { inBatches, inBatchesOf, type Listing } from '../hsds/read-in-batches.ts';
import { tellFullOrganizations, tellNamedLocations, tellShownLocations } from '../hsds/tell-organizations.ts';
import { type DatedService, tellFullServices } from '../hsds/tell-services.ts';
import type { Chosen } from './chosen.ts';

/** The directory in whole records of HSDS, in the order of ids, as `/hsds` tells it. */
export interface DirectoryLists {
  /** With their places, without their services. */
  organizations: AsyncIterable<HsdsObject>;
  /** With the places where they are given. */
  services: AsyncIterable<HsdsObject>;
  /** Those that belong to no organization. */
  locations: AsyncIterable<HsdsObject>;
  /** All that stand in the other lists, whomever they belong to: for tables. */
  places: AsyncIterable<HsdsObject>;
}

/**
 * Each list is read a page at a time, when it is asked for the next record; a page takes a fixed number of round trips,
 * whatever is on it. With `chosen` only what was found, each record with those of its places that were found.
 */
export function directoryLists(world: HsdsWorld, chosen: Chosen | undefined): DirectoryLists {
  const { db } = world;
  const [given, partners] = [servicesOf(world), partnersOf(world)];
  const [lone, places] = [lonePlaces(world), placesOf(world)];
  if (!chosen)
    return {
      organizations: inBatches(db, partners),
      services: inBatches(db, given),
      locations: inBatches(db, lone),
      places: inBatches(db, places),
    };
  const { linkIds, locationIds } = chosen;
  return {
    organizations: withOnly(inBatchesOf(db, partners, chosen.organizationIds), 'locations', locationIds),
    services: withOnly(inBatchesOf(db, given, chosen.serviceIds), 'service_at_locations', linkIds),
    locations: inBatchesOf(db, lone, [...locationIds]),
    places: inBatchesOf(db, places, [...locationIds]),
  };
}

function servicesOf(world: HsdsWorld): Listing<DatedService> {
  return {
    spec: services,
    filter: {},
    fields: WITHOUT_OTHER_NOTES,
    tell: (found) => tellFullServices(world, found),
  };
}

function partnersOf(world: HsdsWorld): Listing<Organization> {
  return {
    spec: organizations,
    filter: {},
    fields: WITHOUT_NOTES,
    tell: (found) => tellFullOrganizations(world, found, 'none'),
  };
}

function lonePlaces(world: HsdsWorld): Listing<Location> {
  return {
    spec: locations,
    filter: { organizationId: { $exists: false } },
    fields: WITHOUT_NOTES,
    tell: (found) => tellShownLocations(world, found),
  };
}

function placesOf(world: HsdsWorld): Listing<Location> {
  return { ...lonePlaces(world), filter: {}, tell: (found) => tellNamedLocations(world, found) };
}

/** The records with those of a list's items that have one of these ids. */
async function* withOnly(
  records: AsyncIterable<HsdsObject>,
  list: string,
  ids: ReadonlySet<string>,
): AsyncGenerator<HsdsObject> {
  for await (const record of records) {
    const kept = partsIn(record, list).filter((item) => ids.has(textIn(item, 'id') ?? ''));
    const { [list]: _all, ...rest } = record;
    yield kept.length > 0 ? { ...record, [list]: kept } : rest;
  }
}
