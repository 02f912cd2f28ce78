import { expect } from 'chai';
import type { Connection } from 'mongoose';
import type { Candidate } from '../../../core/geocoding/geocoding.ts';
import { POINT_REASONS } from '../../../core/geocoding/point-view.ts';
import { corrections } from '../../../server/corrections/correction-collection.ts';
import { readCorrection } from '../../../server/corrections/correction-store.ts';
import { correctField, takeBack } from '../../../server/corrections/turn-correction.ts';
import { rebuildOffers } from '../../../server/directory/rebuild-offers.ts';
import { answerId } from '../../../server/geocoding/answer-store.ts';
import { dropStale } from '../../../server/geocoding/drop-stale.ts';
import { waitingPoints } from '../../../server/geocoding/waiting.ts';
import { createDirectoryStore } from '../../../server/imports/directory-store.ts';
import { readJob } from '../../../server/jobs/job-store.ts';
import { saveDistrict } from '../../../server/settings/district-store.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { geocode } from '../../../workers/geocode.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { geocoderStub } from '../../support/geocoder-stub.ts';
import { hookedDatabase } from '../../workers/hooked-database.ts';
import { district, location, organization, place, service } from '../access/records.ts';

const LEFT_BEHIND = ['locations', 'corrections', 'geocodings', 'geocoder_answers', 'services', 'jobs'];
const inTown = (street: string) => `${street}, ALDER CREEK, MO, 65001`;
const HERE: [number, number] = [-92.3, 38.95];

describe('Looking for the points of addresses', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let stub: Awaited<ReturnType<typeof geocoderStub>>;
  let keeper: Agent;
  before(async () => {
    stub = await geocoderStub();
    at = await testApp({
      collections: [...allCollections],
      env: { GEOCODER: 'census', GEOCODER_ADDRESS: `${stub.address}/addressbatch` },
    });
    keeper = await at.signIn('community-leader');
    await saveDistrict(at.deps.db, district('district'));
    await createDirectoryStore(at.deps.db).upsertMany('organizations', [
      organization({ organizationId: 'o' }),
    ]);
  });
  after(async () => {
    await at.close();
    await stub.close();
  });
  beforeEach(async () => {
    for (const name of [...LEFT_BEHIND, 'services_at_locations', 'offers'])
      await at.deps.db.collection(name).deleteMany({});
    stub.places.clear();
    for (const list of [stub.streets, stub.requests, stub.refusals]) list.length = 0;
  });

  /** The source says that there is a place at this address, where a service is given. */
  async function bring(
    id: string,
    street: string,
    { more = {}, given = {} }: { more?: object; given?: object } = {},
  ) {
    const store = createDirectoryStore(at.deps.db);
    const addresses = [{ address1: street, city: 'Alder Creek', stateProvince: 'MO', postalCode: '65001' }];
    await store.upsertMany('services', [{ ...service({ id: `s-${id}`, organizationId: 'o' }), ...given }]);
    const where = { ...location({ id }), organizationId: 'o', addresses, ...more };
    await store.upsertMany('locations', [where]);
    const ids = { id: `at-${id}`, serviceId: `s-${id}`, locationId: id };
    await store.upsertMany('services_at_locations', [place(ids)]);
    await rebuildOffers({ db: at.deps.db, taxonomy: at.deps.rules.taxonomy, today: '2026-11-02' }, [
      `s-${id}`,
    ]);
  }

  const knows = (street: string, ...points: [number, number][]) =>
    stub.places.set(
      street.toUpperCase(),
      points.map((point) => ({ point, label: inTown(street) })),
    );

  async function run(db: Connection = at.deps.db) {
    const { body } = await keeper.post('/api/v1/geocode-runs').expect(202);
    await geocode({ ...at.deps, db }, body.id);
    return readJob(at.deps.db, body.id);
  }

  const pointOf = async (id: string) =>
    (
      await at.deps.db
        .collection<{ _id: string; point?: Candidate['point'] }>('locations')
        .findOne({ _id: id })
    )?.point?.coordinates;
  const listed = async () => (await keeper.get('/api/v1/points').expect(200)).body;

  it('puts a house that is certain on the map, where Find sees it, and asks about the others', async () => {
    await bring('sure', '12 Mill Road, Suite 5');
    await bring('tie', '5 Main Street');
    await bring('far', '9 Far Road');
    await bring('nowhere', '1 No Road');
    await bring('box', 'PO Box 4');
    knows('12 Mill Road', HERE);
    knows('5 Main Street', HERE, [-92.2, 38.95]);
    knows('9 Far Road', [-80, 38.95]);
    const ended = await run();
    expect(ended).to.deep.include({ status: 'complete', result: { placed: 1, waiting: 2, notFound: 1 } });
    expect(await pointOf('sure')).to.deep.equal(HERE);
    const offer = await at.deps.db.collection('offers').findOne({ locationId: 'sure' });
    expect(offer?.point).to.deep.equal({ type: 'Point', coordinates: HERE });
    expect((await readCorrection(at.deps.db, 'location', 'sure', 'point'))?.by).to.deep.equal({
      tool: 'geocoder',
    });
    for (const id of ['tie', 'far', 'nowhere', 'box']) expect(await pointOf(id), id).to.equal(undefined);
    const { items, total, counts } = await listed();
    const reasons = Object.fromEntries(
      items.map((each: { id: string; reason: string }) => [each.id, each.reason]),
    );
    expect({ total, reasons }).to.deep.equal({
      total: 4,
      reasons: { box: 'no-address', far: 'waiting', nowhere: 'not-found', tie: 'waiting' },
    });
    expect(counts).to.have.all.keys(...POINT_REASONS);
    const { body: far } = await keeper.get('/api/v1/points/far').expect(200);
    expect(far.candidates[0]).to.deep.include({ doubts: ['outside'], quality: 'exact' });
    const account = { id: 'x', grants: [{ role: 'community-leader', organizationIds: [] }], active: true };
    const waits = await waitingPoints(at.deps, account as never);
    expect(waits).to.deep.include.members([
      { kind: 'points', count: 2, address: '/verify?show=points&reason=waiting', oldest: waits[0]?.oldest },
    ]);
  });

  it('asks for no address of a place that must not be found, nor names anybody or anything', async () => {
    await bring('shelter', '3 Hidden Lane', { more: { confidentiality: 'hidden' } });
    await bring('partly', '4 Veiled Lane', { more: { confidentiality: 'partial' } });
    await bring('refuge', '5 Quiet Lane', { given: { confidentiality: 'hidden', name: 'Refuge' } });
    await bring('open', '6 Open Lane', { given: { name: 'Reading Friends' } });
    await run();
    expect(stub.streets).to.deep.equal(['6 Open Lane']);
    const said = stub.requests.map(({ text }) => text).join();
    for (const word of ['Hidden', 'Veiled', 'Quiet', 'Refuge', 'Reading', 'open', 'shelter'])
      expect(said).not.to.include(word);
    const { items } = await listed();
    expect(items.map(({ id }: { id: string }) => id)).to.deep.equal(['open']);
  });

  it('asks each address once, and not again while the answer is fresh', async () => {
    await bring('a', '12 Mill Road');
    await bring('b', '12 MILL ROAD, Apt. 2');
    await run();
    expect(stub.streets).to.have.length(1);
    await run();
    expect(stub.streets).to.have.length(1);
    const address = {
      street: '12 mill road',
      city: 'Alder Creek',
      state: 'MO',
      postalCode: '65001',
      country: '',
    };
    await at.deps.db
      .collection<{ _id: string }>('geocoder_answers')
      .updateOne({ _id: answerId('census', address) }, { $set: { clearAt: new Date(0) } });
    knows('12 Mill Road', HERE);
    await run();
    expect(await pointOf('b')).to.deep.equal(HERE);
  });

  it('keeps the point while the source says what it said, and drops it with the address it was found for', async () => {
    await bring('a', '12 Mill Road');
    knows('12 Mill Road', HERE);
    await run();
    await bring('a', '12 Mill Road', { more: { name: 'Mill' } });
    await dropStale(at.deps);
    expect(await pointOf('a')).to.deep.equal(HERE);
    await bring('a', '77 Elm Street', { more: { name: 'Mill' } });
    await dropStale(at.deps);
    expect(await pointOf('a')).to.equal(undefined);
    expect((await listed()).items[0]).to.include({ id: 'a', reason: 'not-asked' });
    await bring('b', '12 Mill Road');
    await run();
    expect(await pointOf('b')).to.deep.equal(HERE);
    await bring('b', '12 Mill Road', { given: { confidentiality: 'hidden' } });
    await dropStale(at.deps);
    expect(await pointOf('b'), 'it is a shelter now').to.equal(undefined);
  });

  it('never writes over what a person said, nor again what a person took back', async () => {
    knows('12 Mill Road', HERE);
    knows('13 Mill Road', HERE);
    await bring('none', '12 Mill Road');
    await bring('wrong', '13 Mill Road');
    const said = {
      kind: 'location',
      id: 'none',
      field: 'point',
      value: { pointQuality: 'missing' },
    } as const;
    await correctField(
      at.deps,
      { ...said, value: { point: { type: 'Point', coordinates: HERE }, pointQuality: 'exact' } },
      {
        by: { account: 'ana' },
        account: null,
      },
    );
    await correctField(at.deps, said, { by: { account: 'ana' }, account: null });
    await run();
    expect(await pointOf('none')).to.equal(undefined);
    expect(await pointOf('wrong')).to.deep.equal(HERE);
    await takeBack(at.deps, { kind: 'location', id: 'wrong', field: 'point' }, { account: null });
    await run();
    await run();
    expect(await pointOf('wrong')).to.equal(undefined);
    const { items } = await listed();
    expect(items.map(({ reason }: { reason: string }) => reason)).to.deep.equal(['left', 'left']);
  });

  it('goes on with what was not done where a worker was killed', async () => {
    knows('12 Mill Road', HERE);
    await bring('a', '12 Mill Road');
    const { body } = await keeper.post('/api/v1/geocode-runs').expect(202);
    const dying = hookedDatabase(at.deps.db, corrections, 'insertOne', () => {
      throw new Error('killed');
    });
    const death = await geocode({ ...at.deps, db: dying }, body.id).catch((error: Error) => error);
    expect(death).to.be.an('error');
    expect(await pointOf('a')).to.equal(undefined);
    await geocode(at.deps, body.id);
    expect(await pointOf('a')).to.deep.equal(HERE);
    expect(stub.streets, 'the answer was kept').to.have.length(1);
    expect(await readJob(at.deps.db, body.id)).to.deep.include({
      status: 'complete',
      result: { placed: 1, waiting: 0, notFound: 0 },
    });
  });
});
