import type { Connection } from 'mongoose';
import type { Location, Organization, ServiceAtLocation } from '../../core/directory/service.ts';
import { groupBy } from '../../core/lists/group-by.ts';
import type { Lean, QualityKind, ServiceSubject, Subject } from '../../core/quality/subject.ts';
import { lastVerified } from '../../core/verification/verified.ts';
import { locations } from '../directory/location-collection.ts';
import { organizations } from '../directory/organization-collection.ts';
import { servicesAtLocations } from '../directory/service-at-location-collection.ts';
import { services } from '../directory/service-collection.ts';
import { type CollectionSpec, fromStored, model, type Stored } from '../store/collection.ts';
import { readVerifications } from '../verification/verification-store.ts';
import { type ReadRecord, STANDING } from './read-records.ts';

/** With what hangs on them, in a few round trips however many they are. */
const READERS: {
  [K in QualityKind]: (db: Connection, records: readonly ReadRecord<K>[]) => Promise<Subject[]>;
} = {
  organization: async (db, records) => {
    const given = await countBy(db, services, 'organizationId', idsOf(records), { status: 'active' });
    return records.map(({ changedAt, ...record }) => ({
      kind: 'organization',
      record,
      changedAt,
      services: given(record.id),
    }));
  },
  location: async (db, records) => {
    const given = await countBy(db, servicesAtLocations, 'locationId', idsOf(records));
    return records.map(({ changedAt, ...record }) => ({
      kind: 'location',
      record,
      changedAt,
      services: given(record.id),
    }));
  },
  service: readServiceSubjects,
};

export function readSubjects<K extends QualityKind>(
  db: Connection,
  kind: K,
  records: readonly ReadRecord<K>[],
): Promise<Subject[]> {
  return READERS[kind](db, records);
}

async function readServiceSubjects(
  db: Connection,
  records: readonly ReadRecord<'service'>[],
): Promise<ServiceSubject[]> {
  const ids = idsOf(records);
  const [links, owners, words] = await Promise.all([
    readSome<Lean<ServiceAtLocation>>(db, servicesAtLocations, { serviceId: { $in: ids } }, LINK_FIELDS),
    readSome<Pick<Organization, 'id' | 'phones' | 'email' | 'website'>>(
      db,
      organizations,
      { _id: { $in: [...new Set(records.map(({ organizationId }) => organizationId))] } },
      { phones: 1, email: 1, website: 1 },
    ),
    readVerifications(db, ids),
  ]);
  const places = await readSome<Pick<Location, 'id' | 'schedules'>>(
    db,
    locations,
    { _id: { $in: [...new Set(links.map(({ locationId }) => locationId))] } },
    { schedules: 1 },
  );
  const [linksOf, placeOf, ownerOf] = [
    groupBy(links, ({ serviceId }) => serviceId),
    byId(places),
    byId(owners),
  ];
  return records.map(({ changedAt, ...record }) => {
    const own = linksOf.get(record.id) ?? [];
    return {
      kind: 'service',
      record,
      changedAt,
      links: own,
      places: own.flatMap(({ locationId }) => placeOf.get(locationId) ?? []),
      owner: ownerOf.get(record.organizationId),
      verified: lastVerified(record.assuredDate, words.get(record.id)),
    };
  });
}

const LINK_FIELDS = {
  serviceId: 1,
  locationId: 1,
  schedules: 1,
  phones: 1,
  contacts: 1,
  capacities: 1,
} as const;

/** How many records of a collection name each of these ids. */
async function countBy(
  db: Connection,
  { name }: CollectionSpec,
  field: string,
  ids: readonly string[],
  filter: object = {},
): Promise<(id: string) => number> {
  const counts = await db
    .collection(name)
    .aggregate<{ _id: string; n: number }>([
      { $match: { [field]: { $in: ids }, ...filter, ...STANDING } },
      { $group: { _id: `$${field}`, n: { $sum: 1 } } },
    ])
    .toArray();
  const found = new Map(counts.map(({ _id, n }) => [_id, n]));
  return (id) => found.get(id) ?? 0;
}

async function readSome<T extends { id: string }>(
  db: Connection,
  spec: CollectionSpec,
  filter: object,
  fields: Record<string, 1>,
): Promise<T[]> {
  const found = await model<T>(db, spec)
    .find({ ...filter, ...STANDING }, fields)
    .batchSize(AT_ONCE)
    .lean<Stored<T>[]>();
  return found.map((record) => fromStored<T>(record));
}

/** Records that one answer of the engine may hold; its usual 101 would cost more round trips. */
const AT_ONCE = 20_000;

function byId<T extends { id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

function idsOf(records: readonly { id: string }[]): string[] {
  return records.map(({ id }) => id);
}
