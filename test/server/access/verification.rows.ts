import type { QualityRecord } from '../../../server/quality/quality-collections.ts';
import { type AccessRow, opens } from './row.ts';
import type { Corner } from './world.ts';

const id = (scope: string) => `suggestion-${scope}`;

/** What somebody says is wrong with a corner's service. */
export const suggestionOf = (
  { organizationId, serviceId }: Pick<Corner, 'organizationId' | 'serviceId'>,
  scope: string,
) => ({
  id: id(scope),
  organizationId,
  serviceId,
  text: 'Closed on Fridays',
  from: 'public',
  at: '2026-11-02T12:00:00.000Z',
  state: 'open',
});

/** That a corner's service does not say when it is open. */
export const foundIn = ({ organizationId, serviceId }: Pick<Corner, 'organizationId' | 'serviceId'>) =>
  ({
    id: `service:${serviceId}`,
    kind: 'service',
    recordId: serviceId,
    name: serviceId,
    source: 'test',
    organizationIds: [organizationId],
    isSecret: false,
    rules: ['no-hours'],
  }) satisfies QualityRecord;

const keepers = {
  administrator: opens.all,
  'district-leader': opens.all,
  coordinator: opens.all,
  'community-leader': 'own',
  partner: 'own',
};

export const verificationRows: readonly AccessRow[] = [
  { route: 'GET /quality', opens: { ...keepers, 'community-leader': opens.all, partner: opens.all } },
  {
    route: 'GET /quality/records',
    path: () => '/quality/records?rule=no-hours',
    opens: keepers,
    shows: (body, { corners }, scope) =>
      (body as { items: { id: string }[] }).items.some((item) => item.id === corners[scope].serviceId),
  },
  {
    route: 'GET /quality/records.csv',
    path: () => '/quality/records.csv?rule=no-hours',
    opens: { ...keepers, 'community-leader': opens.all, partner: opens.all },
  },
  {
    route: 'GET /verifications',
    opens: keepers,
    shows: (body, { corners }, scope) =>
      (body as { items: { id: string }[] }).items.some((item) => item.id === corners[scope].serviceId),
  },
  {
    route: 'POST /services/:id/verifications',
    path: ({ corners }, scope) => `/services/${corners[scope].serviceId}/verifications`,
    body: () => ({ what: 'right' }),
    opens: keepers,
  },
  {
    route: 'POST /services/:id/suggestions',
    path: ({ corners }, scope) => `/services/${corners[scope].serviceId}/suggestions`,
    body: () => ({ text: 'Closed on Fridays' }),
    opens: 'everyone',
    // All who ask here ask from one address.
    alsoOpen: [429],
  },
  {
    route: 'POST /suggestions/look',
    body: () => ({ token: 'nobody has it' }),
    opens: 'everyone',
    alsoOpen: [404],
  },
  {
    route: 'GET /suggestions',
    opens: keepers,
    shows: (body, _world, scope) =>
      (body as { items: { id: string }[] }).items.some((item) => item.id === id(scope)),
  },
  {
    route: 'POST /suggestions/:id/answer',
    path: (_world, scope) => `/suggestions/${id(scope)}/answer`,
    // It stays in the list that the row above asks for.
    body: () => ({ state: 'open', answer: 'We ask them.' }),
    opens: keepers,
  },
];
