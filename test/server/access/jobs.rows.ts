import { type AccessRow, opens } from './row.ts';
import { type Corner, nobody } from './world.ts';

interface List {
  items: { id: string }[];
}
type RunId =
  | 'matchRunId'
  | 'importId'
  | 'gapRunId'
  | 'sitingRunId'
  | 'duplicateRunId'
  | 'qualityRunId'
  | 'geocodeRunId';

/** The rows of a kind of job: list, one, its events, cancel. A cancelled job is asked last: the others see it open. */
function rowsOf(path: string, run: RunId, read: AccessRow['opens'], cancel: AccessRow['opens']): AccessRow[] {
  const at = (corner: Corner, rest = '') => `${path}/${corner[run]}${rest}`;
  return [
    {
      route: `GET ${path}`,
      opens: read,
      shows: (body, { corners }, scope) => (body as List).items.some(({ id }) => id === corners[scope][run]),
    },
    { route: `GET ${path}/:id`, path: ({ corners }, scope) => at(corners[scope]), opens: read },
    {
      route: `GET ${path}/:id/events`,
      path: ({ corners }, scope) => at(corners[scope], '/events'),
      opens: read,
    },
    {
      route: `POST ${path}/:id/cancel`,
      path: ({ corners }, scope) => at(corners[scope], '/cancel'),
      opens: cancel,
    },
  ];
}

/** The directory is of no district. */
const directoryKeepers = { administrator: opens.all, 'community-leader': opens.all };
const matchRunners = { ...opens.leaders, coordinator: 'own' };

/** Feeds belong to no district: whoever imports directories looks after them. */
const importers = { administrator: opens.all, 'community-leader': opens.all };
const feed = {
  name: 'County',
  address: 'http://127.0.0.1/hsds.json',
  kind: 'hsds',
  source: 'county',
  everyMinutes: 60,
  rule: 'ask',
};
const noFeed = () => `/feeds/${nobody()}`;

const feedRows: readonly AccessRow[] = [
  { route: 'GET /feeds', opens: importers },
  { route: 'POST /feeds', body: () => feed, opens: importers },
  {
    route: 'PUT /feeds/:id',
    path: noFeed,
    body: () => ({ ...feed, paused: true, version: 1 }),
    opens: importers,
    alsoOpen: [404],
  },
  { route: 'DELETE /feeds/:id', path: noFeed, opens: importers, alsoOpen: [404] },
  { route: 'POST /feeds/:id/fetch', path: () => `${noFeed()}/fetch`, opens: importers, alsoOpen: [404] },
  { route: 'GET /feeds/:id/fetches', path: () => `${noFeed()}/fetches`, opens: importers, alsoOpen: [404] },
  {
    route: 'GET /feeds/:id/fetches/:fetchId',
    path: () => `${noFeed()}/fetches/${nobody()}`,
    opens: importers,
    alsoOpen: [404],
  },
  {
    route: 'POST /feeds/:id/fetches/:fetchId/take',
    path: () => `${noFeed()}/fetches/${nobody()}/take`,
    body: () => ({ missing: 'keep' }),
    opens: importers,
    alsoOpen: [404],
  },
  {
    route: 'POST /feeds/:id/fetches/:fetchId/skip',
    path: () => `${noFeed()}/fetches/${nobody()}/skip`,
    opens: importers,
    alsoOpen: [404],
  },
];

export const jobRows: readonly AccessRow[] = [
  {
    route: 'POST /match-runs',
    body: ({ corners }, scope) => ({ scope: 'school', schoolId: corners[scope].schoolId }),
    opens: matchRunners,
  },
  ...rowsOf('/match-runs', 'matchRunId', matchRunners, matchRunners),
  {
    route: 'POST /imports',
    path: () => '/imports?kind=students&source=sis&filename=students.csv',
    body: () => ({}),
    opens: { administrator: opens.all },
  },
  ...rowsOf('/imports', 'importId', opens.administrator, opens.administrator),
  {
    route: 'GET /imports/:id/report',
    path: ({ corners }, scope) => `/imports/${corners[scope].importId}/report`,
    opens: opens.administrator,
  },
  {
    route: 'GET /import-mappings/:source',
    path: () => '/import-mappings/sis?kind=students',
    opens: { administrator: opens.all },
  },
  {
    route: 'PUT /import-mappings/:source',
    path: () => '/import-mappings/sis?kind=students',
    body: () => ({ columns: { grade: 'Year' } }),
    opens: { administrator: opens.all },
  },
  ...feedRows,
  { route: 'GET /demand', path: () => '/demand?of=students', opens: 'everyone' },
  { route: 'GET /demand-areas', opens: 'everyone' },
  {
    route: 'POST /gap-runs',
    body: () => ({ terms: ['counseling'], minutes: 30, mode: 'car', students: 'all' }),
    opens: 'signed-in',
    alsoOpen: [400],
  },
  ...rowsOf('/gap-runs', 'gapRunId', 'everyone', {
    administrator: 'own sibling foreign',
    'district-leader': 'own sibling foreign',
  }),
  ...['.geojson', '.csv', '/result'].map(
    (form): AccessRow => ({
      route: `GET /gap-runs/:id${form}`,
      path: ({ corners }, scope) => `/gap-runs/${corners[scope].gapRunId}${form}`,
      opens: 'everyone',
      alsoOpen: [404],
    }),
  ),
  {
    route: 'POST /siting-runs',
    body: () => ({ model: 'mclp', terms: ['juggling'], minutes: 30, mode: 'car', sites: 2 }),
    opens: 'signed-in',
    alsoOpen: [400],
  },
  ...rowsOf('/siting-runs', 'sitingRunId', 'everyone', {
    administrator: 'own sibling foreign',
    'district-leader': 'own sibling foreign',
  }),
  { route: 'POST /duplicate-runs', opens: directoryKeepers },
  ...rowsOf('/duplicate-runs', 'duplicateRunId', directoryKeepers, directoryKeepers),
  { route: 'POST /quality-runs', opens: directoryKeepers },
  ...rowsOf(
    '/quality-runs',
    'qualityRunId',
    { ...directoryKeepers, 'district-leader': opens.all, coordinator: opens.all },
    directoryKeepers,
  ),
  { route: 'GET /geocoder', opens: directoryKeepers },
  { route: 'POST /geocode-runs', opens: directoryKeepers, alsoOpen: [409] },
  ...rowsOf('/geocode-runs', 'geocodeRunId', directoryKeepers, directoryKeepers),
  { route: 'GET /duplicates', opens: directoryKeepers },
  {
    route: 'PUT /duplicates/:id/state',
    path: () => '/duplicates/none/state',
    body: () => ({ state: 'different' }),
    opens: directoryKeepers,
    alsoOpen: [404],
  },
  { route: 'GET /merges', opens: directoryKeepers },
  {
    route: 'POST /merges',
    body: () => ({ kind: 'organization', keep: 'none', drop: 'nobody' }),
    opens: directoryKeepers,
    alsoOpen: [404],
  },
  { route: 'DELETE /merges/:id', path: () => '/merges/none', opens: directoryKeepers, alsoOpen: [404] },
  {
    route: 'GET /siting-runs/:id/result',
    path: ({ corners }, scope) => `/siting-runs/${corners[scope].sitingRunId}/result`,
    opens: 'everyone',
    alsoOpen: [404],
  },
];
