import { expect } from 'chai';
import fc from 'fast-check';
import type { PlaceCluster } from '../../../core/directory/place-cluster.ts';
import { greatCircleKm } from '../../../core/geo/great-circle-km.ts';
import type { Position } from '../../../core/geo/point.ts';
import { WEEKDAYS } from '../../../core/schedule/schedule.ts';
import { TRAVEL_MODES, travelMinutes } from '../../../core/travel/travel.ts';
import { aLocation, anOrganization, aPlace, aService } from '../../core/directory/records.ts';
import { directoryApp } from './directory-app.ts';
import { isMapped, plainFind, type Query, type World } from './plain-find.ts';

/** Enough for ties, for several pages and for every unknown. */
const OFFERS = 240;
const HOME: Position = [-92.33, 38.95];

describe('Find', () => {
  let at: Awaited<ReturnType<typeof directoryApp>>;
  let world: World;

  before(async () => {
    at = await directoryApp();
    world = makeWorld(at.deps.rules.taxonomy.terms.map(({ id }) => id));
    await at.insert('districts', [
      { id: 'district-1', name: 'Alder', timezone: 'America/Chicago' } as { id: string },
    ]);
    await at.insert('schools', [
      { id: 'school-1', name: 'Mill School', point: { type: 'Point', coordinates: HOME } } as { id: string },
      { id: 'school-2', name: 'Nowhere School' } as { id: string },
    ]);
    await at.insert('organizations', [anOrganization()]);
    await at.insert(
      'services',
      world.map(({ service }) => service),
    );
    await at.insert('locations', [...new Set(world.map(({ location }) => location))]);
    await at.insert(
      'services_at_locations',
      world.map(({ id, service, location }) =>
        aPlace({ id, serviceId: service.id, locationId: location.id }),
      ),
    );
    await at.rebuild();
  });
  after(() => at.close());

  const find = async (query: Record<string, string | number>) => {
    const { body } = await at.get('/offers').query(query).expect(200);
    return body as { items: Record<string, unknown>[]; total: number; origin: Position | null };
  };

  it('finds what a plain filter over all offers finds, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(queries(), async (query) => {
        const found = await find(query);
        const expected = plainFind(world, query, at.deps.rules);
        expect(found.total).to.equal(expected.length);
        const { page = 1, perPage = 20 } = query as { page?: number; perPage?: number };
        expect(found.items.map(({ id }) => id)).to.deep.equal(
          expected.slice((page - 1) * perPage, page * perPage).map(({ id }) => id),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('shows on the map what it finds and has a public point', async () => {
    await fc.assert(
      fc.asyncProperty(queries(), async ({ page: _p, perPage: _pp, ...query }) => {
        const { body } = await at.get('/offers/map').query(query).expect(200);
        const expected = plainFind(world, query, at.deps.rules)
          .filter(isMapped)
          .map(({ id }) => id);
        expect(body.items.map(({ id }: { id: string }) => id)).to.deep.equal(expected);
        expect(body.total).to.equal(expected.length);
      }),
      { numRuns: 40 },
    );
  });

  it('tells a window of the map in clusters, of which each holds what the map would show there', async () => {
    const windows = fc.record({ zoom: fc.integer({ min: 3, max: 17 }), dx: fc.nat(40), dy: fc.nat(40) });
    await fc.assert(
      fc.asyncProperty(queries(), windows, async ({ page: _p, perPage: _pp, ...query }, { zoom, dx, dy }) => {
        const [west, south] = [HOME[0] - 0.2 + dx / 100, HOME[1] - 0.2 + dy / 100];
        const within = [west, south, west + 20 / 2 ** zoom, south + 15 / 2 ** zoom].join();
        const { body } = await at
          .get('/offers/clusters')
          .query({ ...query, within, zoom })
          .expect(200);
        const expected = plainFind(world, query, at.deps.rules).filter(isMapped);
        expect(body.total).to.equal(expected.length);
        const ids = expected.map(({ id }) => id);
        expect(ids).to.include.members(body.items.map(({ id }: { id: string }) => id));
        for (const { box, offers, places } of body.clusters as PlaceCluster[]) {
          const inside = expected.filter(({ location }) => isIn(box, location.point!.coordinates));
          expect(inside.length).to.be.at.least(offers);
          expect(offers).to.be.at.least(places);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('refuses a window that is none, or more than a screen shows', async () => {
    for (const query of [
      {},
      { zoom: 5 },
      { within: '1,2,3', zoom: 5 },
      { within: '3,2,1,4', zoom: 5 },
      { within: 'a,b,c,d', zoom: 5 },
      { within: '-92,38,-91,39', zoom: 99 },
      { within: '-180,-80,180,80', zoom: 9 },
    ])
      await at.get('/offers/clusters').query(query).expect(400);
  });

  it('pages through everything once', async () => {
    const seen: unknown[] = [];
    for (let page = 1; page <= 3; page++)
      seen.push(...(await find({ page, perPage: 100 })).items.map(({ id }) => id));
    expect(new Set(seen).size).to.equal(OFFERS);
    expect(seen).to.have.length(OFFERS);
    expect((await find({ page: 99 })).items).to.deep.equal([]);
  });

  it('says how far each is and whether it is open now', async () => {
    const { items, origin } = await find({ school: 'school-1', mode: 'walk', perPage: 5 });
    expect(origin).to.deep.equal(HOME);
    for (const item of items) {
      const { coordinates } = item.point as { coordinates: Position };
      const km = greatCircleKm(HOME, coordinates);
      expect(item.km).to.be.closeTo(km, 0.006);
      expect(item.minutes).to.be.closeTo(travelMinutes(km, at.deps.rules.travel.walk), 0.051);
      expect(item).to.have.property('openNow');
    }
  });

  it('hands out nothing that is only for searching', async () => {
    const { items } = await find({ perPage: 1 });
    expect(items[0]).not.to.have.any.keys('words', 'residenceAreas', 'nameKey', 'fingerprint', '_id');
  });

  it('knows of a change as soon as it is made', async () => {
    const { service } = world[0]!;
    const rename = async (name: string) => {
      await at.deps.db.collection('services').updateOne({ _id: service.id as never }, { $set: { name } });
      await at.rebuild([service.id]);
    };
    await rename('Quokka petting');
    expect((await find({ q: 'quok' })).total).to.equal(1);
    await rename(service.name);
    expect((await find({ q: 'quok' })).total).to.equal(0);
  });

  it('keeps up when everything is made anew', async () => {
    const gone = world[1]!.id;
    await at.deps.db.collection('services_at_locations').deleteOne({ _id: gone as never });
    await at.rebuild();
    expect((await find({})).total).to.equal(OFFERS - 1);
    await at.insert('services_at_locations', [
      aPlace({ id: gone, serviceId: world[1]!.service.id, locationId: world[1]!.location.id }),
    ]);
    await at.rebuild();
    expect((await find({})).total).to.equal(OFFERS);
  });

  const refused: [Record<string, string>, string][] = [
    [{ near: 'here' }, 'near'],
    [{ near: '-92.3' }, 'near'],
    [{ near: '38.9,-92.3,1' }, 'near'],
    [{ near: '500,10' }, 'near'],
    [{ school: 'school-1', near: '-92.3,38.9' }, 'near'],
    [{ school: 'school-9' }, 'school'],
    [{ school: 'school-2' }, 'school'],
    [{ terms: 'witchcraft' }, 'terms'],
    [{ mode: 'rocket' }, 'mode'],
    [{ minutes: 'soon' }, 'minutes'],
    [{ minutes: '1000' }, 'minutes'],
    [{ day: 'Monday' }, 'day'],
    [{ from: '3pm' }, 'from'],
    [{ from: '16:00', to: '15:00' }, 'to'],
    [{ age: 'ten' }, 'age'],
    [{ grade: '13' }, 'grade'],
    [{ kind: 'thing' }, 'kind'],
    [{ perPage: '101' }, 'perPage'],
    [{ page: '0' }, 'page'],
    [{ language: 'Spanish!' }, 'language'],
    [{ q: 'x'.repeat(201) }, 'q'],
    [{ terms: Array.from({ length: 51 }, (_, n) => `t${n}`).join(',') }, 'terms'],
  ];
  for (const [query, path] of refused) {
    it(`refuses ${JSON.stringify(query).slice(0, 60)} and names ${path}`, async () => {
      const { body } = await at.get('/offers').query(query).expect(400);
      expect(body.errors.map((error: { path: string }) => error.path)).to.include(path);
      expect(body.errors[0].message).to.be.a('string').and.not.equal('');
    });
  }

  it('takes an empty value for none, as forms send it', async () => {
    expect((await find({ q: '', terms: '', school: '', near: '', mode: '', age: '' })).total).to.equal(
      OFFERS,
    );
  });
});

/** Invented by counting, so that every run has the same world. */
function makeWorld(terms: string[]): World {
  const nth = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
  const locations = Array.from({ length: 60 }, (_, n) =>
    aLocation({
      id: `location-${n}`,
      name: `House ${n}`,
      confidentiality: n % 17 === 0 ? 'hidden' : n % 13 === 0 ? 'partial' : 'public',
      // Every second pair shares a point, and a few have none.
      ...(n % 11 === 0
        ? { point: undefined, pointQuality: 'missing' as const }
        : {
            point: {
              type: 'Point' as const,
              coordinates: [HOME[0] + ((n >> 1) % 9) * 0.031, HOME[1] - ((n >> 1) % 7) * 0.023] as Position,
            },
          }),
    }),
  );
  return Array.from({ length: OFFERS }, (_, n) => ({
    id: `offer-${(n * 7919) % 10007}`,
    location: nth(locations, n * 31),
    service: aService({
      id: `service-${n}`,
      name:
        nth(['Reading tutor', 'Álgebra club', 'Soccer', 'Dental van', 'Food pantry'], n) +
        (n % 3 ? '' : ` ${n}`),
      kind: nth(['service', 'service', 'program', 'space'] as const, n),
      terms: [nth(terms, n * 13), ...(n % 4 ? [] : [nth(terms, n * 29)])],
      languages: nth(
        [
          [],
          [{ name: 'Spanish' }],
          [
            { code: 'en', name: 'English' },
            { code: 'es', name: 'x' },
          ],
        ],
        n,
      ),
      eligibility: {
        ...(n % 3 && { minimumAge: n % 12, maximumAge: (n % 12) + (n % 7) }),
        ...(n % 5 && { minimumGrade: (n % 8) - 1, maximumGrade: (n % 8) + 3 }),
      },
      schedules:
        n % 4
          ? [
              {
                freq: 'WEEKLY',
                byday: [nth(WEEKDAYS, n), nth(WEEKDAYS, n * 3)],
                opensAt: nth(['08:00', '15:00', '22:00'], n),
                closesAt: nth(['12:00', '18:30', '02:00'], n),
              },
            ]
          : [],
      ...(n % 3 === 0 && { feesDescription: nth(['Free', '$5 a visit', 'Ask us'], n / 3) }),
      ...(n % 2 && { capacities: [{ unit: 'places', available: n % 3 }] }),
    }),
  }));
}

function queries() {
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });
  const clock = fc.constantFrom('00:00', '08:00', '12:00', '15:30', '18:30', '23:00');
  return fc
    .record({
      q: maybe(
        fc.constantFrom('tutor', 'ALG', 'algebra club', 'read tut', 'soc 12', 'the', 'house 5', 'nothing'),
      ),
      terms: maybe(
        fc.constantFrom('academic', 'academic,sports-play', 'health-nutrition', 'basic-needs,arts'),
      ),
      near: maybe(fc.constantFrom('-92.33,38.95', '-92.2,38.9', '10,10')),
      mode: maybe(fc.constantFrom(...TRAVEL_MODES)),
      minutes: maybe(fc.integer({ min: 1, max: 60 })),
      day: maybe(fc.constantFrom(...WEEKDAYS)),
      from: maybe(clock),
      to: maybe(clock),
      openNow: maybe(fc.constantFrom('0', '1')),
      language: maybe(fc.constantFrom('es', 'en', 'vi')),
      free: maybe(fc.constantFrom('0', '1')),
      age: maybe(fc.integer({ min: 0, max: 19 })),
      grade: maybe(fc.integer({ min: -1, max: 12 })),
      kind: maybe(fc.constantFrom('service', 'program')),
      places: maybe(fc.constant('1')),
      location: fc.option(
        fc.integer({ min: 0, max: 59 }).map((n) => `location-${n}`),
        { nil: undefined, freq: 8 },
      ),
      sort: maybe(fc.constantFrom('time', 'name')),
      page: maybe(fc.integer({ min: 1, max: 4 })),
      perPage: maybe(fc.integer({ min: 1, max: 100 })),
    })
    .filter(({ from, to }) => from === undefined || to === undefined || from < to)
    .map(
      (query) =>
        Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as Query,
    );
}

function isIn([west, south, east, north]: PlaceCluster['box'], [lon, lat]: Position): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
