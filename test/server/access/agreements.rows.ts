import { type AccessRow, opens } from './row.ts';
import type { Corner, World } from './world.ts';

const id = (scope: string) => `agreement-${scope}`;

const facts = ({ schoolId }: Pick<Corner, 'schoolId'>) => ({
  title: 'Reading help',
  schoolIds: [schoolId],
  startsOn: '2026-08-01',
  endsOn: '2999-07-31',
  promises: [{ id: 'hours', kind: 'people', what: 'Volunteers', quantity: 20, unit: 'hours' }],
  demands: [],
  contacts: [],
  note: '',
});

/** The agreement of a corner's school with its organization. */
export const agreementOf = (
  { districtId, organizationId, schoolId }: Pick<Corner, 'districtId' | 'organizationId' | 'schoolId'>,
  scope: string,
) => ({
  id: id(scope),
  districtId,
  organizationId,
  ...facts({ schoolId }),
  stage: 'signed',
  deliveries: [],
  history: [],
  version: 1,
});

/** A paper of a corner's organization that waits to be checked. */
export const paperOf = (
  { districtId, organizationId }: Pick<Corner, 'districtId' | 'organizationId'>,
  scope: string,
) => ({
  id: `paper-${scope}`,
  districtId,
  organizationId,
  kind: 'tax-status',
  state: 'to-check',
  handedInAt: '2026-11-02T12:00:00.000Z',
  handedInBy: 'nobody',
});

const who = { ...opens.leaders, coordinator: 'own' };
const stale = { version: 999 };

export const agreementRows: readonly AccessRow[] = [
  {
    route: 'GET /agreements',
    opens: { ...who, partner: 'own' },
    shows: (body, _world: World, scope) =>
      (body as { items: { id: string }[] }).items.some((row) => row.id === id(scope)),
  },
  {
    route: 'GET /agreements/:id',
    path: (_world, scope) => `/agreements/${id(scope)}`,
    opens: { ...who, partner: 'own' },
  },
  {
    route: 'POST /agreements',
    // Nobody has this organization: the answer stops short of making one.
    body: ({ corners }, scope) => ({
      organizationId: 'nobody',
      districtId: corners[scope].districtId,
      facts: facts(corners[scope]),
    }),
    opens: who,
    alsoOpen: [400],
  },
  {
    route: 'PUT /agreements/:id',
    path: (_world, scope) => `/agreements/${id(scope)}`,
    body: ({ corners }, scope) => ({ ...stale, facts: facts(corners[scope]) }),
    opens: who,
    alsoOpen: [409],
  },
  {
    route: 'POST /agreements/:id/stage',
    path: (_world, scope) => `/agreements/${id(scope)}/stage`,
    body: () => ({ ...stale, to: 'ended' }),
    opens: who,
    alsoOpen: [409],
  },
  {
    route: 'POST /agreements/:id/deliveries',
    path: (_world, scope) => `/agreements/${id(scope)}/deliveries`,
    body: () => ({ promiseId: 'hours', quantity: 1, on: '2026-11-02' }),
    opens: who,
  },
  {
    route: 'POST /agreements/:id/renewals',
    path: (_world, scope) => `/agreements/${id(scope)}/renewals`,
    opens: who,
  },
  {
    route: 'POST /agreements/:id/documents',
    path: (_world, scope) => `/agreements/${id(scope)}/documents`,
    body: () => ({ kind: 'tax-status' }),
    opens: { ...who, partner: 'own' },
  },
  {
    route: 'POST /agreements/:id/documents/:documentId/check',
    path: (_world, scope) => `/agreements/${id(scope)}/documents/paper-${scope}/check`,
    body: () => ({ state: 'accepted' }),
    opens: who,
  },
  {
    // What is sent here is no paper; the row above has accepted this one.
    route: 'POST /agreements/:id/documents/:documentId/file',
    path: (_world, scope) => `/agreements/${id(scope)}/documents/paper-${scope}/file`,
    body: () => ({}),
    opens: { ...who, partner: 'own' },
    alsoOpen: [409, 415],
  },
  {
    route: 'POST /agreements/:id/documents/:documentId/file/undo',
    path: (_world, scope) => `/agreements/${id(scope)}/documents/paper-${scope}/file/undo`,
    opens: { ...who, partner: 'own' },
    alsoOpen: [409],
  },
  {
    route: 'GET /agreements/:id/documents/:documentId/file',
    path: (_world, scope) => `/agreements/${id(scope)}/documents/paper-${scope}/file`,
    opens: { ...who, partner: 'own' },
  },
  {
    route: 'GET /approval-settings',
    path: ({ corners }, scope) => `/approval-settings?district=${corners[scope].districtId}`,
    opens: { ...opens.leaders, coordinator: opens.district, staff: opens.district },
  },
  {
    route: 'PUT /approval-settings',
    body: ({ corners }, scope) => ({ districtId: corners[scope].districtId, mode: 'off' }),
    opens: opens.leaders,
  },
];
