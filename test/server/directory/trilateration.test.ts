import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { Response } from 'supertest';
import { FORMAT_NAMES } from '../../../core/exports/export-format.ts';
import { TRAVEL_MODES } from '../../../core/travel/travel.ts';
import type { ScenarioChange } from '../../../core/what-if/scenario.ts';
import { hsdsRoutes } from '../../../server/hsds/hsds-routes.ts';
import { createJob } from '../../../server/jobs/job-store.ts';
import { allRoutes } from '../../../server/routes.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { createScenario } from '../../../server/what-if/scenario-store.ts';
import { computeGapRun } from '../../../workers/compute-gaps.ts';
import { findSites } from '../../../workers/find-sites.ts';
import { testApp } from '../../support/app.ts';
import { LEVELS, movingTown, OPEN, SCHOOLS, type Whereabouts } from './moving-town.ts';

/** A hundred askers on a raster over the town and what lies around it. */
const ORIGINS = Array.from(
  { length: 100 },
  (_, n) => `${(-92.5 + (n % 10) * 0.03).toFixed(2)},${(38.8 + Math.floor(n / 10) * 0.03).toFixed(2)}`,
);

const FILTERS = [
  'sort=name',
  'sort=time',
  'q=beds',
  'q=alder',
  'q=lane',
  'q=owl',
  'q=hearth',
  'terms=food-pantry',
  'terms=health-nutrition,academic',
  'day=MO&from=08:00&to=20:00',
  'openNow=1',
  'language=es',
  'free=1',
  'age=9',
  'grade=4',
  'kind=service',
  'places=1',
  'perPage=3&page=2',
  ...LEVELS.map((_, n) => `location=location-quiet-${n}`),
];

/** 8 km apart; the third is where a school and an open place stand, and has their street. */
const WHEREABOUTS: readonly Whereabouts[] = [
  { at: [-92.33, 38.95], street: '7 Elmlane', landmark: 'Owl barn' },
  { at: [-92.25, 38.9], street: '41 Oak Street', landmark: 'Old mill' },
  { at: OPEN[0]!.at, street: '0 Main Street', landmark: 'Hall 0' },
];

/** Somebody has moved a place that may be found, and closed one that may not. */
const SCENARIO = randomUUID();
const SCENARIO_CHANGES: ScenarioChange[] = [
  { kind: 'move', siteId: 'offer-open-0', point: [-92.3, 38.9] },
  { kind: 'remove', siteId: 'offer-quiet-0' },
];

const ids = (kind: string, count: number, of = kind) =>
  Array.from({ length: count }, (_, n) => `/${of}s/${of}-${kind}-${n}`);

/** Every public route that could say something of a place, by its pattern in the table, with all there is to ask. */
const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  '/offers': [
    ...ORIGINS.flatMap((near) => [`/offers?near=${near}&perPage=100`, `/offers?near=${near}&minutes=8`]),
    ...FILTERS.map((filter) => `/offers?${filter}`),
    ...FILTERS.map((filter) => `/offers?${filter}&school=school-1&mode=bus`),
  ],
  '/offers/map': [
    '/offers/map',
    ...ORIGINS.slice(0, 20).map((near) => `/offers/map?near=${near}&minutes=10`),
    ...FILTERS.map((filter) => `/offers/map?${filter}`),
  ],
  '/exports/directory.:format': [
    ...FORMAT_NAMES.map((format) => `/exports/directory.${format}`),
    ...ORIGINS.slice(0, 20).map((near) => `/exports/directory.geojson?near=${near}&minutes=10`),
    ...FILTERS.map((filter) => `/exports/directory.hsds.ndjson?${filter}`),
  ],
  '/offers/clusters': FILTERS.map(
    (filter) => `/offers/clusters?${filter}&zoom=12&within=-92.5,38.8,-92.2,39.1`,
  ),
  '/services/:id': [...ids('open', 9, 'service'), ...ids('quiet', LEVELS.length, 'service')],
  '/locations/:id': [...ids('open', 9, 'location'), ...ids('quiet', LEVELS.length, 'location')],
  '/offers/:id/calendar.ics': [...ids('open', 9, 'offer'), ...ids('quiet', LEVELS.length, 'offer')].map(
    (path) => `${path}/calendar.ics`,
  ),
  '/organizations/:id': ['/organizations/org-1', '/organizations/org-quiet'],
  '/schools': ['/schools'],
  '/schools/:id': SCHOOLS.flatMap(({ id }) =>
    TRAVEL_MODES.flatMap((mode) => [5, 15, 60].map((m) => `/schools/${id}?mode=${mode}&minutes=${m}`)),
  ),
  '/co-location': TRAVEL_MODES.flatMap((mode) =>
    [5, 15, 60].map((m) => `/co-location?mode=${mode}&minutes=${m}`),
  ),
  '/co-location/:id': [...ids('open', 9, 'location'), ...ids('quiet', LEVELS.length, 'location')].map(
    (path) => path.replace('/locations', '/co-location'),
  ),
  '/gap-runs/:id/result': ['/gap-runs/{run}/result'],
  '/gap-runs/:id.csv': ['/gap-runs/{run}.csv', '/gap-runs/{run}.csv?by=cell'],
  '/gap-runs/:id.geojson': [
    '/gap-runs/{run}.geojson',
    '/gap-runs/{run}.geojson?by=cell',
    '/gap-runs/{run}.geojson?by=area',
  ],
  '/what-if-snapshots': TRAVEL_MODES.flatMap((mode) =>
    ['food-pantry', 'food-pantry,health-nutrition'].map(
      (terms) => `/what-if-snapshots?terms=${terms}&minutes=15&mode=${mode}`,
    ),
  ),
  '/scenarios/:id': [`/scenarios/${SCENARIO}`],
  '/siting-runs/:id/result': ['/siting-runs/{siting}/result'],
  '/demand': ['students', 'need&term=food-pantry', 'unmet&term=food-pantry', 'enrolment', 'children'].map(
    (of) => `/demand?of=${of}`,
  ),
  '/demand-areas': ['/demand-areas'],
  '/config': ['/config'],
  '/taxonomy': ['/taxonomy'],
  '/eligibility-words': ['/eligibility-words'],
  '/groupings': ['/groupings'],
  '/sign-in-ways': ['/sign-in-ways'],
  '/calendars/:token.ics': ['/calendars/none.ics'],
  '/digest-stops/:token': ['/digest-stops/none'],
  '/audit/reasons': ['/audit/reasons'],
};

const ALL = 'per_page=500';

/** The same of the directory as HSDS, under its own address. */
const HSDS_QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  '/': ['/'],
  '/profile': ['/profile'],
  '/services': [
    `/services?${ALL}`,
    `/services?${ALL}&full=true`,
    '/services?minimal=true',
    ...['beds', 'alder', 'lane', 'owl', 'hearth', 'Elmlane'].map((word) => `/services?search=${word}`),
  ],
  '/services/:id': [...ids('open', 9, 'service'), ...ids('quiet', LEVELS.length, 'service')],
  '/organizations': [
    `/organizations?${ALL}&full_service=true`,
    '/organizations?search=owl',
    `/organizations?${ALL}&full=true`,
  ],
  '/organizations/:id': ['/organizations/org-1', '/organizations/org-quiet?full_service=true'],
  '/service_at_locations': [
    `/service_at_locations?${ALL}&full=true`,
    ...['beds', 'lane', 'hearth'].map((word) => `/service_at_locations?search=${word}`),
    // The street decides the postcode of what must not be found: each whereabouts has another one.
    ...['69123', '613123', '65201'].flatMap((postcode) => [
      `/service_at_locations?postcode=${postcode}`,
      `/service_at_locations?postcode=${postcode}&proximity=20000`,
    ]),
  ],
  '/service_at_locations/:id': [...ids('open', 9, 'offer'), ...ids('quiet', LEVELS.length, 'offer')].map(
    (path) => path.replace('/offers', '/service_at_locations'),
  ),
  '/taxonomies': ['/taxonomies'],
  '/taxonomies/:id': ['/taxonomies/none'],
  '/taxonomy_terms': [`/taxonomy_terms?${ALL}`],
  '/taxonomy_terms/:id': ['/taxonomy_terms/none'],
};

/** Public routes that are not asked: they tell of who asks, of the server, or of a run's progress. */
const ABOUT_OTHER_THINGS = /^\/(?:gap|siting)-runs(?:\/:id(?:\/events)?)?$/;
const OTHER_ACTIONS = /^(?:session|service)\./;

const UNLIMITED = { REQUESTS_PER_MINUTE_ADDRESS: '1000000', JOBS_PER_MINUTE_ACCOUNT: '1000000' };

describe('Places that must not be found', function () {
  this.timeout(120_000);
  let at: Awaited<ReturnType<typeof testApp>>;
  let town: ReturnType<typeof movingTown>;
  let first: Map<string, string>;

  before(async () => {
    at = await testApp({ collections: [...allCollections], env: UNLIMITED });
    await storeScenario();
    town = movingTown(at.deps);
    await town.settle();
    await town.moveTo(WHEREABOUTS[0]!);
    first = await askEverything();
  });
  after(() => at.close());

  async function askEverything(): Promise<Map<string, string>> {
    const [run, siting] = [await gapRun(), await sitingRun()];
    const answers = new Map<string, string>();
    for (const question of Object.values(QUESTIONS).flat()) {
      const path = `/api/v1${question.replace('{run}', run).replace('{siting}', siting)}`;
      const reply = await at.visitor().get(path).set('Accept-Encoding', 'identity');
      answers.set(question, whole(reply));
    }
    for (const question of Object.values(HSDS_QUESTIONS).flat()) {
      const reply = await at.visitor().get(`/hsds${question}`).set('Accept-Encoding', 'identity');
      answers.set(`/hsds${question}`, whole(reply));
    }
    return answers;
  }

  async function storeScenario(): Promise<void> {
    const now = new Date().toISOString();
    await createScenario(at.deps.db, {
      id: SCENARIO,
      name: 'Elsewhere',
      question: { terms: ['food-pantry'], minutes: 15, mode: 'car', demand: { of: 'students' } },
      changes: SCENARIO_CHANGES,
      version: 1,
      createdAt: now,
      changedAt: now,
      accountId: 'account',
    });
  }

  async function gapRun(): Promise<string> {
    const params = { terms: ['food-pantry'], minutes: 15, mode: 'car', demand: 'all' };
    const { id } = await createJob(at.deps.db, { kind: 'gaps', params, step: 'waiting' });
    await computeGapRun(at.deps, id);
    return id;
  }

  async function sitingRun(): Promise<string> {
    const params = { model: 'p-median', terms: ['food-pantry'], minutes: 5, mode: 'walk', sites: 2 };
    const { id } = await createJob(at.deps.db, { kind: 'siting', params, step: 'waiting' });
    await findSites(at.deps, id);
    return id;
  }

  for (const whereabouts of WHEREABOUTS.slice(1)) {
    it(`are asked for from a hundred origins with the same answers, byte by byte, when they move to ${whereabouts.street}`, async () => {
      expect(await town.moveTo(whereabouts), 'offers that changed').to.equal(0);
      const answers = await askEverything();
      for (const [question, answer] of answers) expect(answer, question).to.equal(first.get(question));
    });
  }

  it('are among the answers: nothing is the same because nothing is told', () => {
    const beds = first.get('/offers?q=beds')!;
    expect(beds).to.include(`"total":${LEVELS.length}`).and.to.include('Safe Ways');
    expect(first.get('/what-if-snapshots?terms=food-pantry&minutes=15&mode=car')).to.include('"offer-open-');
    expect(first.get('/gap-runs/{run}/result')).to.include('"nearestOfferId":"offer-open-');
    expect(first.get('/siting-runs/{siting}/result')).to.include('"proposed":[{"id":"school:school-');
    expect(first.get('/locations/location-quiet-0')).to.match(/^200 /);
    expect(first.get(`/hsds/services?${ALL}`)).to.include(`"total_items":${LEVELS.length + 9}`);
    expect(first.get('/exports/directory.hsds.ndjson?q=beds')).to.include('"record_type":"service"');
    expect(first.get('/hsds/services?search=beds')).to.include(`"total_items":${LEVELS.length}`);
    expect(first.get('/hsds/service_at_locations?postcode=65201')).to.include('"total_items":9');
  });

  it('are asked for by every route that the public may use', async () => {
    const open: string[] = [];
    for (const { method, path, action = '' } of allRoutes(at.deps)) {
      if (method !== 'get' || ABOUT_OTHER_THINGS.test(path) || OTHER_ACTIONS.test(action)) continue;
      const { status } = await at.visitor().get(`/api/v1${path.replace(/:id/g, () => randomUUID())}`);
      if (status !== 401 && status !== 403) open.push(path);
    }
    expect(open).to.have.members(Object.keys(QUESTIONS));
    const hsds = hsdsRoutes(at.deps).filter(({ method }) => method === 'get');
    expect(hsds.map(({ path }) => path)).to.have.members(Object.keys(HSDS_QUESTIONS));
  });
});

/**
 * All that an answer says, its length and its mark for caches included; the names of request and time aside. A server
 * that cannot answer says the same wherever a place is.
 */
function whole({ status, text, body, headers }: Response): string {
  expect(status, text).to.be.below(500);
  const { etag, 'content-length': length, 'content-type': type } = headers;
  // What is neither text nor JSON comes as bytes.
  const said = Buffer.isBuffer(body) ? body.toString('latin1') : text;
  return `${status} ${type} ${length} ${etag} ${said}`;
}
