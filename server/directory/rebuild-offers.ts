import { hash } from 'node:crypto';
import type { Connection, Model } from 'mongoose';
import { buildOffer, type OfferContext } from '../../core/directory/build-offer.ts';
import type { Offer } from '../../core/directory/offer.ts';
import type { Location, Organization, Service, ServiceAtLocation } from '../../core/directory/service.ts';
import { offeredService } from '../../core/directory/veil-service.ts';
import { plain } from '../../core/directory/words.ts';
import { inLanes } from '../../core/lists/in-lanes.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts';
import { type CollectionSpec, fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { insertOrReplace } from '../store/insert-or-replace.ts';
import { NOT_MERGED, STANDING } from './directory-store.ts';
import { locations } from './location-collection.ts';
import { announceOffers } from './offer-changes.ts';
import { type OfferRecord, offers } from './offer-collection.ts';
import { organizations } from './organization-collection.ts';
import { servicesAtLocations } from './service-at-location-collection.ts';
import { services } from './service-collection.ts';

/** Services a batch: what is in memory at once, and what a batch's seven round trips are for. */
const BATCH = 500;

/** Batches at once: one is worked out while the other waits for the database. */
const LANES = 2;

/** Records that one answer of the engine may hold; its usual 101 would cost more round trips for more offers. */
const AT_ONCE = 20_000;

export interface RebuildDeps {
  db: Connection;
  taxonomy: Taxonomy;
  /** ISO date on which schedules and prices must hold; today (UTC) unless said. */
  today?: string;
}

export interface Rebuilt {
  written: number;
  removed: number;
}

/**
 * Makes the offers of these services anew, or of all services. Offers of what is gone, or no longer active, are
 * removed. Doing it twice changes nothing; a run that was broken off is repaired by the next.
 */
export async function rebuildOffers(deps: RebuildDeps, serviceIds?: readonly string[]): Promise<Rebuilt> {
  const context = { taxonomy: deps.taxonomy, today: deps.today ?? utcDay(new Date()) };
  const total = { written: 0, removed: 0 };
  // Announced even when it breaks off half way, for the sake of the half that was written.
  try {
    await inLanes(serviceIds ? listed(deps.db, serviceIds) : everything(deps.db), LANES, async (batch) => {
      const { written, removed } = await rebuildBatch(deps.db, context, batch);
      total.written += written;
      total.removed += removed;
    });
  } finally {
    await announceOffers(deps.db, serviceIds ?? null);
  }
  return total;
}

/** Active services, and the filter of the offers that may be theirs: any of these that is not made anew is removed. */
interface Batch {
  found: Service[];
  offersOf: object;
}

async function* listed(db: Connection, serviceIds: readonly string[]): AsyncGenerator<Batch> {
  const distinct = [...new Set(serviceIds)];
  for (let at = 0; at < distinct.length; at += BATCH) {
    const ids = distinct.slice(at, at + BATCH);
    yield { found: await readActive(db, { _id: { $in: ids } }), offersOf: { serviceId: { $in: ids } } };
  }
}

/** All services by id. The ranges between two batches leave no gap, so offers of vanished services are removed too. */
async function* everything(db: Connection): AsyncGenerator<Batch> {
  let after = '';
  for (;;) {
    const found = await readActive(db, { _id: { $gt: after } });
    const last = found.at(-1)?.id;
    if (found.length < BATCH || last === undefined) {
      yield { found, offersOf: { serviceId: { $gt: after } } };
      return;
    }
    yield { found, offersOf: { serviceId: { $gt: after, $lte: last } } };
    after = last;
  }
}

async function rebuildBatch(db: Connection, context: OfferContext, batch: Batch): Promise<Rebuilt> {
  const places = await readPlaces(
    db,
    batch.found.map(({ id }) => id),
  );
  const placesOf = new Map<string, ServiceAtLocation[]>();
  for (const place of places) {
    const known = placesOf.get(place.serviceId);
    if (known) known.push(place);
    else placesOf.set(place.serviceId, [place]);
  }
  const [byLocation, byOrganization] = await Promise.all([
    readByIds<Location>(
      db,
      locations,
      places.map(({ locationId }) => locationId),
    ),
    readByIds<Organization>(
      db,
      organizations,
      batch.found.map(({ organizationId }) => organizationId),
    ),
  ]);
  const made = batch.found.flatMap((service) => {
    const organization = byOrganization.get(service.organizationId);
    const given = (placesOf.get(service.id) ?? []).flatMap((place) => {
      const location = byLocation.get(place.locationId);
      return location ? [{ place, location }] : [];
    });
    return organization ? offersOf(service, organization, given, context) : [];
  });
  return writeOffers(db, made, batch.offersOf);
}

/** The offers of one service; a place that must not be found changes what is told at the others. */
function offersOf(
  found: Service,
  organization: Organization,
  given: readonly { place: ServiceAtLocation; location: Location }[],
  context: OfferContext,
): Offer[] {
  const locationsOfIt = given.map(({ location }) => location);
  const service = offeredService(found, organization.name, locationsOfIt);
  return given.map((where) => buildOffer({ ...where, service, organization }, context));
}

/** Writes what is new or different and removes what was not made anew. */
async function writeOffers(db: Connection, made: readonly Offer[], offersOf: object): Promise<Rebuilt> {
  const collection = model<OfferRecord>(db, offers);
  const known = await collection
    .find(offersOf, { fingerprint: 1 })
    .batchSize(AT_ONCE)
    .lean<Stored<OfferRecord>[]>();
  const before = new Map(known.map(({ _id, fingerprint }) => [_id, fingerprint]));
  const records = made.map(toRecord);
  const kept = new Set(records.map(({ _id }) => _id));
  const gone = [...before.keys()].filter((id) => !kept.has(id));
  const added = records.filter(({ _id }) => !before.has(_id));
  const changed = records.filter(
    ({ _id, fingerprint }) => before.has(_id) && before.get(_id) !== fingerprint,
  );
  if (gone.length > 0) await collection.deleteMany({ _id: { $in: gone } });
  await insertOrReplace(db.collection<{ _id: string }>(offers.name), added);
  await replaceAll(collection, changed);
  return { written: added.length + changed.length, removed: gone.length };
}

async function replaceAll(collection: Model<Stored<OfferRecord>>, changed: Stored<OfferRecord>[]) {
  if (changed.length === 0) return;
  const writes = changed.map((record) => ({
    replaceOne: { filter: { _id: record._id }, replacement: record, upsert: true },
  }));
  await collection.collection.bulkWrite(writes as never, { ordered: false });
}

function toRecord(offer: Offer): Stored<OfferRecord> {
  const fingerprint = hash('sha256', JSON.stringify(offer), 'base64url');
  return toStored<OfferRecord>({ ...offer, nameKey: plain(offer.serviceName), fingerprint });
}

async function readActive(db: Connection, filter: object): Promise<Service[]> {
  const found = await model<Service>(db, services)
    .find({ ...filter, status: 'active', ...NOT_MERGED })
    .sort({ _id: 1 })
    .limit(BATCH)
    .batchSize(AT_ONCE)
    .lean<Stored<Service>[]>();
  return found.map((service) => fromStored<Service>(service));
}

async function readPlaces(db: Connection, serviceIds: readonly string[]): Promise<ServiceAtLocation[]> {
  const found = await model<ServiceAtLocation>(db, servicesAtLocations)
    .find({ serviceId: { $in: serviceIds }, ...STANDING, ...NOT_MERGED })
    .batchSize(AT_ONCE)
    .lean<Stored<ServiceAtLocation>[]>();
  return found.map((place) => fromStored<ServiceAtLocation>(place));
}

async function readByIds<T extends { id: string }>(
  db: Connection,
  spec: CollectionSpec,
  ids: readonly string[],
): Promise<Map<string, T>> {
  const found = await model<T>(db, spec)
    .find({ _id: { $in: [...new Set(ids)] } } as object)
    .batchSize(AT_ONCE)
    .lean<Stored<T>[]>();
  return new Map(found.map((record) => [record._id, fromStored<T>(record)]));
}
