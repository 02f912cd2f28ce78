import type { Connection } from 'mongoose';
import type { Location, Service, ServiceArea, ServiceAtLocation } from '../../core/directory/service.ts';
import type { Position } from '../../core/geo/point.ts';
import { isInArea } from '../../core/geo/point-in-area.ts';
import { postcodePattern } from '../../core/hsds/postcode-pattern.ts';
import { locations } from '../directory/location-collection.ts';
import { type OfferRecord, offers } from '../directory/offer-collection.ts';
import { servicesAtLocations } from '../directory/service-at-location-collection.ts';
import { services } from '../directory/service-collection.ts';
import { model, type Stored } from '../store/collection.ts';
import { inChunks } from '../store/in-chunks.ts';
import type { HsdsWorld } from './hsds-world.ts';
import type { Secret } from './open-links.ts';
import { type Link, readLinks } from './read-links.ts';
import { NOTHING } from './service-filter.ts';

/**
 * The links that serve a postcode. Its middle is that of the public places that have it in their address: there is no
 * list of postcodes here. A service that has drawn where it goes serves the postcodes whose middle lies in that; another
 * one its own postcode, or with `proximity` (metres) what is so near. Only what public offers tell goes into the
 * answer, so it does not depend on any place that must not be found. Seven round trips.
 */
export async function postcodeCondition(
  world: HsdsWorld,
  secret: Secret,
  postcode: string,
  proximity: number | undefined,
): Promise<object> {
  const places = await readPlacesThere(world.db, postcode);
  if (places.size === 0) return NOTHING;
  const middle = middleOf([...places.values()]);
  const drawn = await readDrawn(world.db, secret, middle);
  const nearby =
    proximity === undefined
      ? { locationId: { $in: [...places.keys()] } }
      : { _id: { $in: await idsWithin(world, middle, proximity / 1000) } };
  const [there, covering] = await Promise.all([
    readLinks(world.db, nearby),
    inChunks(drawn.services.covering, (ids) => readLinks(world.db, { serviceId: { $in: ids } })),
  ]);
  const hasNoneOfItsOwn = ({ id }: Link) => !drawn.links.all.has(id);
  const serving = new Set([
    ...drawn.links.covering,
    ...covering.filter(hasNoneOfItsOwn).map(({ id }) => id),
    ...there
      .filter((link) => hasNoneOfItsOwn(link) && !drawn.services.all.has(link.serviceId))
      .map(({ id }) => id),
  ]);
  const near = new Set(there.map(({ id }) => id));
  const ids = proximity === undefined ? [...serving] : [...serving].filter((id) => near.has(id));
  return { _id: { $in: ids } };
}

/** Where the public offers of a postcode are, by location. */
async function readPlacesThere(db: Connection, postcode: string): Promise<Map<string, Position>> {
  const found = await model<Location>(db, locations)
    .find({ 'addresses.postalCode': postcodePattern(postcode), confidentiality: 'public' }, { _id: 1 })
    .lean<Stored<Location>[]>();
  const given = await model<OfferRecord>(db, offers)
    .find(
      { locationId: { $in: found.map(({ _id }) => _id) }, point: { $exists: true } },
      { locationId: 1, point: 1 },
    )
    .sort({ _id: 1 })
    .lean<Stored<OfferRecord>[]>();
  return new Map(given.map(({ locationId, point }) => [locationId, point!.coordinates]));
}

function middleOf(points: readonly Position[]): Position {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [mean(points.map(([lon]) => lon)), mean(points.map(([, lat]) => lat))];
}

interface Drawn {
  all: ReadonlySet<string>;
  covering: ReadonlySet<string>;
}

/** What has a drawn service area that may be told, and what of it covers the point. */
async function readDrawn(
  db: Connection,
  secret: Secret,
  point: Position,
): Promise<{ services: Drawn; links: Drawn }> {
  const isDrawn = { 'serviceAreas.extent': { $exists: true } };
  const hidden = [...secret.locations.partial, ...secret.locations.hidden];
  const [ofServices, ofLinks, quiet] = await Promise.all([
    model<Service>(db, services)
      .find({ ...isDrawn, confidentiality: 'public' }, { serviceAreas: 1 })
      .lean<Stored<Service>[]>(),
    model<ServiceAtLocation>(db, servicesAtLocations)
      .find(isDrawn, { serviceId: 1, serviceAreas: 1 })
      .lean<Stored<ServiceAtLocation>[]>(),
    model<ServiceAtLocation>(db, servicesAtLocations).distinct('serviceId', { locationId: { $in: hidden } }),
  ]);
  // A service with a place that must not be found tells no drawn areas at all (veil-service.ts).
  const untold = new Set([...(quiet as string[]), ...secret.services.partial, ...secret.services.hidden]);
  const drawnOf = (found: readonly { _id: string; serviceAreas: readonly ServiceArea[] }[]): Drawn => ({
    all: new Set(found.map(({ _id }) => _id)),
    covering: new Set(found.filter(({ serviceAreas }) => covers(serviceAreas, point)).map(({ _id }) => _id)),
  });
  return {
    services: drawnOf(ofServices.filter(({ _id }) => !untold.has(_id))),
    links: drawnOf(ofLinks.filter(({ serviceId }) => !untold.has(serviceId))),
  };
}

function covers(areas: readonly ServiceArea[], point: Position): boolean {
  return areas.some(({ extent }) => extent !== undefined && isInArea(point, extent));
}

async function idsWithin({ offers: readOffers }: HsdsWorld, origin: Position, reachKm: number) {
  const index = await readOffers();
  const near = { origin, reachKm };
  const { page } = index.search({ near, sort: 'name', skip: 0, limit: Number.POSITIVE_INFINITY });
  return page.map(({ id }) => id);
}
