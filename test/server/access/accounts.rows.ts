import { TEST_PASSWORD } from '../../support/app.ts';
import { type AccessRow, opens } from './row.ts';
import { nobody, type Scope, type World } from './world.ts';

interface List {
  items: { id: string }[];
}

const grantsIn = ({ corners }: World, scope: Scope) => [
  { role: 'staff', districtId: corners[scope].districtId, schoolIds: [corners[scope].schoolId] },
];

const noWebhook = () => `/webhooks/${nobody()}`;
const webhook = { name: '211', address: 'https://example.org/hook', events: ['directory.changed'] };

export const accountRows: readonly AccessRow[] = [
  { route: 'GET /session', opens: 'everyone' },
  { route: 'GET /session/end', opens: 'everyone' },
  { route: 'DELETE /session/view-as', opens: 'everyone' },
  { route: 'POST /session/code', body: () => ({ code: '000000' }), opens: 'everyone', alsoOpen: [401] },
  // Keys belong to the administrator's district; whose are listed is asked in test/server/api-keys.
  { route: 'GET /api-keys', opens: { administrator: 'own sibling foreign' } },
  {
    route: 'POST /api-keys',
    body: () => ({ name: 'A program', scopes: ['directory.read'], days: 30 }),
    opens: { administrator: 'own sibling foreign' },
  },
  { route: 'DELETE /api-keys/:id', path: () => '/api-keys/none', opens: {} },
  // Webhooks belong to the administrator's district; whose are reached is asked in test/server/webhooks.
  { route: 'GET /webhooks', opens: { administrator: 'own sibling foreign' } },
  {
    route: 'POST /webhooks',
    body: () => webhook,
    opens: { administrator: 'own sibling foreign' },
  },
  {
    route: 'PUT /webhooks/:id',
    path: noWebhook,
    body: () => ({ ...webhook, paused: true, version: 1 }),
    opens: {},
  },
  { route: 'DELETE /webhooks/:id', path: noWebhook, opens: {} },
  { route: 'POST /webhooks/:id/restore', path: () => `${noWebhook()}/restore`, opens: {} },
  { route: 'POST /webhooks/:id/secret', path: () => `${noWebhook()}/secret`, opens: {} },
  { route: 'POST /webhooks/:id/test', path: () => `${noWebhook()}/test`, opens: {} },
  { route: 'GET /webhooks/:id/deliveries', path: () => `${noWebhook()}/deliveries`, opens: {} },
  {
    route: 'POST /webhooks/:id/deliveries/:deliveryId/send',
    path: () => `${noWebhook()}/deliveries/${nobody()}/send`,
    opens: {},
  },
  { route: 'GET /home', opens: 'signed-in' },
  {
    route: 'PUT /home/put-off/:kind',
    path: () => '/home/put-off/verify',
    body: () => ({ count: 1 }),
    opens: 'signed-in',
  },
  { route: 'DELETE /home/put-off/:kind', path: () => '/home/put-off/verify', opens: 'signed-in' },
  { route: 'GET /own-account/calendar', opens: 'signed-in' },
  { route: 'POST /own-account/calendar', opens: 'signed-in' },
  { route: 'DELETE /own-account/calendar', opens: 'signed-in' },
  // What a true address opens is asked in test/server/calendars.
  {
    route: 'GET /calendars/:token.ics',
    path: () => '/calendars/none.ics',
    opens: 'everyone',
    alsoOpen: [404],
  },
  { route: 'GET /own-account/digest', opens: 'signed-in' },
  { route: 'PUT /own-account/digest', body: () => ({ turn: 'weekly' }), opens: 'signed-in' },
  // What a whole link does is asked in test/server/digests.
  {
    route: 'POST /digest-stops/:token',
    path: () => '/digest-stops/none',
    opens: 'everyone',
    alsoOpen: [410],
  },
  { route: 'GET /digest-stops/:token', path: () => '/digest-stops/none', opens: 'everyone', alsoOpen: [302] },
  { route: 'GET /own-account', opens: 'signed-in' },
  { route: 'PATCH /own-account', body: () => ({ language: 'en' }), opens: 'signed-in' },
  { route: 'POST /own-account/password', body: () => ({ password: TEST_PASSWORD }), opens: 'signed-in' },
  { route: 'POST /own-account/confirm', body: () => ({ password: TEST_PASSWORD }), opens: 'signed-in' },
  { route: 'POST /own-account/second-factor', opens: 'signed-in' },
  {
    route: 'POST /own-account/second-factor/confirm',
    body: () => ({ code: 'not a code' }),
    opens: 'signed-in',
    alsoOpen: [403],
  },
  { route: 'POST /own-account/second-factor/recovery-codes', opens: 'signed-in', alsoOpen: [409] },
  { route: 'DELETE /own-account/second-factor', opens: 'signed-in' },
  { route: 'GET /own-account/sessions', opens: 'signed-in' },
  { route: 'DELETE /own-account/sessions', opens: 'signed-in' },
  {
    route: 'DELETE /own-account/sessions/:id',
    path: () => `/own-account/sessions/${nobody()}`,
    opens: 'signed-in',
    alsoOpen: [404],
  },
  {
    route: 'DELETE /accounts/:id/sessions',
    path: ({ corners }, scope) => `/accounts/${corners[scope].accountId}/sessions`,
    opens: opens.administrator,
  },
  {
    route: 'DELETE /accounts/:id/second-factor',
    path: ({ corners }, scope) => `/accounts/${corners[scope].accountId}/second-factor`,
    opens: opens.administrator,
  },
  {
    route: 'GET /organizations',
    path: () => '/organizations?q=org',
    opens: { administrator: opens.all },
  },
  {
    // Asked for an administrator's account, which nobody looks through: so the asker keeps the own eyes.
    route: 'POST /accounts/:id/view-as',
    path: ({ corners }, scope) => `/accounts/${corners[scope].administratorId}/view-as`,
    body: () => ({ why: 'to see what every role may do' }),
    opens: opens.administrator,
    alsoOpen: [409],
  },
  {
    route: 'POST /session',
    body: () => ({ email: `${nobody()}@example.org`, password: 'not the right one' }),
    opens: 'everyone',
    alsoOpen: [401, 429],
  },
  {
    route: 'GET /accounts',
    opens: opens.administrator,
    shows: (body, { corners }, scope) =>
      (body as List).items.some(({ id }) => id === corners[scope].accountId),
  },
  {
    route: 'POST /accounts',
    body: (world, scope) => ({
      email: `${nobody()}@example.org`,
      name: 'New',
      password: 'a password of its own',
      grants: grantsIn(world, scope),
    }),
    opens: opens.administrator,
  },
  {
    route: 'PATCH /accounts/:id',
    path: ({ corners }, scope) => `/accounts/${corners[scope].accountId}`,
    body: () => ({ name: 'Renamed' }),
    opens: opens.administrator,
  },
];
