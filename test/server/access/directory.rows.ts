import type { AccessRow } from './row.ts';

const open = (route: string): AccessRow => ({ route, opens: 'everyone' });

const offerers = { administrator: 'own sibling foreign', 'community-leader': 'own', partner: 'own' };

export const directoryRows: readonly AccessRow[] = [
  open('GET /health/live'),
  open('GET /health/ready'),
  open('GET /config'),
  open('GET /taxonomy'),
  open('GET /eligibility-words'),
  open('GET /groupings'),
  open('GET /offers'),
  open('GET /offers/map'),
  { route: 'GET /exports/directory.:format', path: () => '/exports/directory.csv', opens: 'everyone' },
  {
    route: 'GET /offers/clusters',
    path: () => '/offers/clusters?zoom=5&within=-93,38,-92,39',
    opens: 'everyone',
  },
  open('GET /schools'),
  open('GET /co-location'),
  { route: 'GET /co-location/:id', path: () => '/co-location/none', opens: 'everyone', alsoOpen: [404] },
  {
    route: 'GET /schools/:id',
    path: ({ corners }, scope) => `/schools/${corners[scope].schoolId}`,
    opens: 'everyone',
  },
  {
    route: 'GET /services/:id',
    path: ({ corners }, scope) => `/services/${corners[scope].serviceId}`,
    opens: 'everyone',
  },
  {
    route: 'GET /organizations/:id',
    path: ({ corners }, scope) => `/organizations/${corners[scope].organizationId}`,
    opens: 'everyone',
  },
  {
    route: 'GET /offers/:id/calendar.ics',
    path: () => '/offers/none/calendar.ics',
    opens: 'everyone',
    alsoOpen: [404],
  },
  { route: 'GET /locations/:id', path: () => '/locations/none', opens: 'everyone', alsoOpen: [404] },
  {
    // Opened again, so that the world stays; closing asks the same.
    route: 'PUT /organizations/:id/closed',
    path: ({ corners }, scope) => `/organizations/${corners[scope].organizationId}/closed`,
    body: () => ({ closed: false }),
    opens: { administrator: 'own sibling foreign', 'community-leader': 'own' },
  },
  {
    route: 'PATCH /services/:id/capacity',
    path: ({ corners }, scope) => `/services/${corners[scope].serviceId}/capacity`,
    body: () => ({ available: 3 }),
    opens: offerers,
  },
  {
    route: 'GET /organizations/:id/hours',
    path: ({ corners }, scope) => `/organizations/${corners[scope].organizationId}/hours`,
    opens: offerers,
  },
  {
    route: 'PUT /offers/:id/hours',
    path: ({ corners }, scope) => `/offers/${corners[scope].placeId}/hours`,
    body: () => ({ hours: [{ day: 'MO', from: '15:00', to: '17:00' }], seen: null }),
    opens: offerers,
    // Whoever asked before has told some.
    alsoOpen: [409],
  },
  {
    route: 'POST /offers/:id/hours/undo',
    path: ({ corners }, scope) => `/offers/${corners[scope].placeId}/hours/undo`,
    body: () => ({ seen: null }),
    opens: offerers,
    alsoOpen: [409],
  },
];
