import { expect } from 'chai';
import type { Connection } from 'mongoose';
import { directoryCollections } from '../../../server/directory/directory-collections.ts';
import { rebuildOffers } from '../../../server/directory/rebuild-offers.ts';
import { model } from '../../../server/store/collection.ts';
import { aLocation, anOrganization, aPlace, aService, smallTaxonomy } from '../../core/directory/records.ts';
import { testDatabase } from '../../support/database.ts';
import { countedConnection } from './counted-connection.ts';

describe('Rebuilding offers', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let db: Connection;

  before(async () => {
    database = await testDatabase();
    db = database.connection;
    for (const spec of directoryCollections) await model(db, spec).createIndexes();
  });
  after(() => database.drop());

  beforeEach(async () => {
    for (const { name } of directoryCollections) await db.collection(name).deleteMany({});
    await put('organizations', anOrganization());
    await put('locations', aLocation());
    for (const n of [1, 2, 3]) {
      await put('services', aService({ id: `service-${n}`, name: `Service ${n}` }));
      await put('services_at_locations', aPlace({ id: `offer-${n}`, serviceId: `service-${n}` }));
    }
  });

  async function put(collection: string, { id, ...rest }: { id: string }): Promise<void> {
    await db
      .collection(collection)
      .replaceOne({ _id: id as never }, { ...rest, contentHash: 'x' }, { upsert: true });
  }
  const remove = (collection: string, id: string) =>
    db.collection(collection).deleteOne({ _id: id as never });
  const rebuild = (ids?: string[]) =>
    rebuildOffers({ db, taxonomy: smallTaxonomy, today: '2026-03-02' }, ids);
  const stored = () => db.collection('offers').find().sort({ _id: 1 }).toArray();
  const ids = async () => (await stored()).map(({ _id }) => String(_id));

  it('makes an offer of each active service at each location', async () => {
    expect(await rebuild()).to.deep.equal({ written: 3, removed: 0 });
    expect(await ids()).to.deep.equal(['offer-1', 'offer-2', 'offer-3']);
  });

  it('changes nothing when it is done again', async () => {
    await rebuild();
    const before = await stored();
    expect(await rebuild()).to.deep.equal({ written: 0, removed: 0 });
    expect(await stored()).to.deep.equal(before);
  });

  it('leaves the offers of other services alone', async () => {
    await rebuild();
    await put('services', aService({ id: 'service-1', name: 'New name' }));
    await put('services', aService({ id: 'service-2', name: 'Not yet' }));
    await rebuild(['service-1']);
    expect((await stored()).map(({ serviceName }) => serviceName)).to.deep.equal([
      'New name',
      'Service 2',
      'Service 3',
    ]);
  });

  const losses: [string, () => Promise<unknown>][] = [
    ['its service is gone', () => remove('services', 'service-2')],
    [
      'its service is no longer active',
      () => put('services', aService({ id: 'service-2', status: 'inactive' })),
    ],
    ['it is no longer given there', () => remove('services_at_locations', 'offer-2')],
  ];
  for (const [what, lose] of losses) {
    for (const scope of [undefined, ['service-2']]) {
      it(`removes an offer when ${what}, ${scope ? 'asked for that service' : 'asked for all'}`, async () => {
        await rebuild();
        await lose();
        expect(await rebuild(scope)).to.deep.equal({ written: 0, removed: 1 });
        expect(await ids()).to.deep.equal(['offer-1', 'offer-3']);
      });
    }
  }

  it('removes what stands at a location that is gone', async () => {
    await rebuild();
    await remove('locations', 'location-1');
    expect(await rebuild()).to.deep.equal({ written: 0, removed: 3 });
  });

  it('holds no point of a place that has become confidential', async () => {
    await rebuild();
    await put('locations', aLocation({ confidentiality: 'hidden' }));
    await rebuild();
    expect(JSON.stringify(await stored())).not.to.match(/-92\.33|38\.95|Mill Road/);
  });

  it('asks the same number of times for one service and for many', async () => {
    const many = Array.from({ length: 120 }, (_, n) => `many-${n}`);
    for (const id of many) await put('services', aService({ id }));
    await db
      .collection('services_at_locations')
      .insertMany(many.map((id) => ({ ...aPlace({ serviceId: id }), _id: `at-${id}` as never })));
    const counted = countedConnection(db.name);
    const rebuildCounted = (ids: string[]) => rebuildOffers({ db: counted.db, taxonomy: smallTaxonomy }, ids);
    try {
      await rebuildCounted(['service-3']);
      const one = await counted.countDuring(() => rebuildCounted(['service-1']));
      expect(await counted.countDuring(() => rebuildCounted(many))).to.equal(one);
    } finally {
      await counted.db.close();
    }
  });
});
