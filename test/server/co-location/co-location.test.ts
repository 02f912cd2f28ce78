import { expect } from 'chai';
import type { Connection } from 'mongoose';
import type { CoLocation, SiteNeighbourhood } from '../../../core/co-location/co-location.ts';
import type { Offer } from '../../../core/directory/offer.ts';
import { coLocationRoutes } from '../../../server/co-location/co-location-routes.ts';
import { announceOffers } from '../../../server/directory/offer-changes.ts';
import { offers } from '../../../server/directory/offer-collection.ts';
import { placements } from '../../../server/plans/plan-collections.ts';
import { model, toStored } from '../../../server/store/collection.ts';
import { testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';
import { countedConnection } from '../directory/counted-connection.ts';

/** Both kinds of help are needed at both schools; they stand 30 km apart, and nothing of math is anywhere. */
const [WEST, EAST] = [
  [-96.5, 40.5],
  [-96.15, 40.5],
] as const;

describe('Co-location', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let counted: ReturnType<typeof countedConnection>;
  const town = littleTown({ studentCount: 180, offerCount: 8 });

  function offer(n: number, more: Partial<Offer>): Offer {
    const base = town.offers[n]!;
    const [lon, lat] = n % 2 === 0 ? WEST : EAST;
    return {
      ...base,
      id: `extra-${n}`,
      locationId: `roof-${n}`,
      point: { type: 'Point', coordinates: [lon, lat] },
      address: n % 2 === 0 ? '1 West Road' : '2 East Road',
      ...more,
    };
  }

  before(async () => {
    at = await testApp({
      routes: (deps) => {
        counted = countedConnection(deps.config.mongodb.database);
        return coLocationRoutes({ ...deps, db: counted.db });
      },
    });
    const west = { terms: ['food-pantry'] };
    const list = [
      offer(0, { ...west, organizationId: 'one', organizationName: 'One' }),
      offer(2, { ...west, organizationId: 'two', organizationName: 'Two', locationName: 'Room 2' }),
      offer(4, { kind: 'space', terms: ['meeting-space'], organizationId: 'schools', placesFree: 3 }),
      offer(1, { terms: ['clothing'] }),
      offer(3, { terms: ['vision-glasses'], confidentiality: 'hidden', organizationId: 'secret' }),
      offer(5, { terms: ['mental-health-counseling'], confidentiality: 'partial', organizationId: 'quiet' }),
    ];
    // Where all who need something of a kind need the same, only the wider kind is told: so not all do.
    const KINDS = ['weekend-food', 'clothing', 'school-supplies'];
    const students = town.students.map((student, n) => ({
      ...student,
      needs: [...student.needs, { term: KINDS[n % 3]!, urgency: 2 as const }],
    }));
    await storeTown(at.deps.db, { ...town, students, offers: list });
    await givePlaces(at.deps.db, 'extra-0', 'service-0', [0, 35]);
    await givePlaces(at.deps.db, 'extra-2', 'service-2', [12, 50]);
    await givePlaces(at.deps.db, 'extra-4', 'service-4', [0, 9]);
    await announceOffers(at.deps.db, null);
  });
  after(async () => {
    await counted.db.close();
    await at.close();
  });

  const survey = async (query = ''): Promise<CoLocation> =>
    (await at.visitor().get(`/api/v1/co-location${query}`).expect(200)).body;

  it('tells who shares a roof, when they are there together and what is missing around them', async () => {
    const { sites, sitesInAll, countedOn, threshold } = await survey();
    expect(sites).to.have.length(1);
    const [site] = sites;
    expect(site).to.include({ id: 'roof-0', offers: 3 });
    expect(site!.organizations.map(({ name }) => name)).to.include.members(['One', 'Two']);
    expect(site!.locations.map(({ id }) => id)).to.deep.equal(['roof-0', 'roof-2', 'roof-4']);
    expect(site!.together).to.deep.include({ known: 3, of: 3, most: 3 });
    expect(site!.together.hours).to.deep.equal([{ day: 'TU', from: '15:30', to: '17:30' }]);
    expect(site!.lacking[0]).to.deep.equal({ term: 'clothing-supplies', students: 120 });
    expect({ sitesInAll, threshold }).to.deep.equal({ sitesInAll: 1, threshold: 10 });
    expect(countedOn).to.match(/^\d{4}-\d\d-\d\d$/);
  });

  it('tells in bands which services of a roof share students, and of no handful', async () => {
    const { sites } = await survey();
    expect(sites[0]!.sharing).to.deep.equal([
      {
        services: [
          { id: 'service-0', name: 'Service 0' },
          { id: 'service-2', name: 'Service 2' },
        ],
        studentsFrom: 20,
        studentsTo: 49,
      },
    ]);
  });

  it('tells which two are used together though they are far apart, and why', async () => {
    const { pairs } = await survey();
    expect(pairs.map(({ terms }) => terms)).to.deep.equal([['food-pantry', 'clothing']]);
    const [pair] = pairs;
    expect(pair!.places.map(({ id }) => id)).to.deep.equal(['extra-0', 'extra-1']);
    expect(pair!.minutes).to.be.greaterThan(30);
    expect(pair!.schools).to.deep.equal(['school-0', 'school-1']);
    expect(pair!.students[1]).to.deep.equal({ students: 60, atMost: false });
    expect(pair!.why.es).to.be.a('string');
  });

  it('ranks schools with rooms, with reasons, and names those of which nobody said that they have any', async () => {
    const { hosts, roomless } = await survey();
    expect(hosts.map(({ schoolId }) => schoolId)).to.deep.equal(['school-0']);
    expect(hosts[0]!.factors).to.deep.include({ demand: 1, rooms: 1, hours: 0.1 });
    expect(hosts[0]!.score).to.be.greaterThan(0);
    expect(hosts[0]!.rooms).to.deep.equal([
      { id: 'extra-4', serviceId: 'service-4', name: 'Service 4', placesFree: 3 },
    ]);
    expect(roomless).to.deep.equal([{ id: 'school-1', name: 'School 1' }]);
  });

  it('tells of one roof what lacks within reach of any of its locations, by the way that is asked', async () => {
    const ask = async (id: string, query = ''): Promise<SiteNeighbourhood> =>
      (await at.visitor().get(`/api/v1/co-location/${id}${query}`).expect(200)).body;
    const near = await ask('roof-2');
    expect(near).to.deep.include({
      id: 'roof-0',
      schools: ['school-0', 'school-1'],
      minutes: 15,
      mode: 'car',
    });
    expect(near).to.deep.equal(await ask('roof-0'));
    const far = await ask('roof-2', '?minutes=120');
    expect(far.lacking.map(({ term }) => term)).not.to.include('clothing-supplies');
    expect((await ask('roof-2', '?minutes=5&mode=walk')).schools).to.deep.equal(['school-0']);
  });

  it('knows nothing of confidential places: they answer as those that nobody has', async () => {
    const none = await at.visitor().get('/api/v1/co-location/nowhere').expect(404);
    for (const id of ['roof-3', 'roof-5']) {
      const reply = await at.visitor().get(`/api/v1/co-location/${id}`).expect(404);
      expect({ ...reply.body, instance: '', requestId: '' }).to.deep.equal({
        ...none.body,
        instance: '',
        requestId: '',
      });
    }
    expect(JSON.stringify(await survey('?minutes=120'))).not.to.match(/secret|quiet|roof-[35]/);
  });

  it('refuses what no neighbourhood is', async () => {
    for (const query of ['minutes=0', 'minutes=7', 'minutes=125', 'minutes=x', 'mode=boat'])
      await at.visitor().get(`/api/v1/co-location?${query}`).expect(400);
  });

  it('asks the engine as often whatever there is, and follows the directory as it changes', async () => {
    await survey();
    const asked = await counted.countDuring(() => survey('?minutes=30'));
    const more = offer(6, { terms: ['clothing'], organizationId: 'three', organizationName: 'Three' });
    await model<Offer>(at.deps.db, offers).collection.insertOne(toStored(more) as never);
    await announceOffers(at.deps.db, [more.serviceId]);
    const { sites, pairs } = await survey();
    expect(sites[0]!.organizations.map(({ name }) => name)).to.include('Three');
    expect(pairs).to.be.empty;
    expect(await counted.countDuring(() => survey('?minutes=30'))).to.equal(asked);
  });
});

/** Places of students of these numbers, of a kind that a third of all need. */
async function givePlaces(db: Connection, offerId: string, serviceId: string, [from, to]: [number, number]) {
  const given = Array.from({ length: to - from }, (_, n) => {
    const studentId = `student-${String(from + n).padStart(5, '0')}`;
    const at = new Date(0).toISOString();
    return { _id: `${studentId}:${serviceId}`, studentId, term: 'clothing', serviceId, offerId, at };
  });
  await db.collection<{ _id: string }>(placements.name).insertMany(given);
}
