import { type AccessRow, opens } from './row.ts';
import { nobody, type Scope, type World } from './world.ts';

interface List {
  items: { id?: string; accountId?: string }[];
}

const staffIn = ({ corners }: World, scope: Scope) => [
  { role: 'staff', districtId: corners[scope].districtId, schoolIds: [corners[scope].schoolId] },
];
const accountPath =
  (before: string, after: string) =>
  ({ corners }: World, scope: Scope) =>
    `${before}/${corners[scope].accountId}${after}`;

export const signInRows: readonly AccessRow[] = [
  { route: 'GET /sign-in-ways', opens: 'everyone' },
  // This world has no sign-in services and no such links: what is open says so instead of refusing.
  { route: 'GET /oidc/:service/start', path: () => '/oidc/none/start', opens: 'everyone', alsoOpen: [404] },
  {
    route: 'GET /oidc/:service/callback',
    path: () => '/oidc/none/callback',
    opens: 'everyone',
    alsoOpen: [404],
  },
  { route: 'POST /links/look', body: () => ({ link: 'none' }), opens: 'everyone', alsoOpen: [410] },
  {
    route: 'POST /links/set-password',
    body: () => ({ link: 'none', password: 'nine lamps under a bridge' }),
    opens: 'everyone',
    alsoOpen: [410],
  },
  // No such links either: what a real one opens is asked in test/server/referral-links.
  {
    route: 'POST /referral-links/look',
    body: () => ({ link: 'none' }),
    opens: 'everyone',
    alsoOpen: [410],
  },
  {
    route: 'POST /referral-links/open',
    body: () => ({ link: 'none' }),
    opens: 'everyone',
    alsoOpen: [410],
  },
  {
    route: 'POST /referral-links/answer',
    body: () => ({ link: 'none', answer: 'yes' }),
    opens: 'everyone',
    alsoOpen: [410],
  },
  {
    route: 'POST /password-resets',
    body: () => ({ email: `${nobody()}@example.org` }),
    opens: 'everyone',
    alsoOpen: [409, 429],
  },
  { route: 'GET /own-account/identities', opens: 'signed-in' },
  {
    route: 'DELETE /own-account/identities/:id',
    path: () => '/own-account/identities/none',
    opens: 'signed-in',
    alsoOpen: [404],
  },
  {
    route: 'GET /accounts/:id/identities',
    path: accountPath('/accounts', '/identities'),
    opens: opens.administrator,
  },
  {
    route: 'DELETE /accounts/:id/identities/:identityId',
    path: ({ corners }, scope) => `/accounts/${corners[scope].accountId}/identities/identity-${scope}`,
    opens: opens.administrator,
  },
  {
    route: 'GET /mails',
    opens: opens.administrator,
    shows: (body, { corners }, scope) =>
      (body as List).items.some(({ accountId }) => accountId === corners[scope].accountId),
  },
  {
    route: 'POST /accounts/:id/reset-link',
    path: accountPath('/accounts', '/reset-link'),
    opens: opens.administrator,
  },
  {
    route: 'GET /invitations',
    opens: opens.administrator,
    shows: (body, { corners }, scope) =>
      (body as List).items.some(({ id }) => id === corners[scope].accountId),
  },
  {
    route: 'POST /invitations',
    body: (world, scope) => ({
      email: `${nobody()}@example.org`,
      name: 'Invited',
      grants: staffIn(world, scope),
    }),
    opens: opens.administrator,
  },
  {
    route: 'POST /invitations/:id/send',
    path: accountPath('/invitations', '/send'),
    opens: opens.administrator,
  },
  {
    route: 'DELETE /invitations/:id',
    path: accountPath('/invitations', ''),
    opens: opens.administrator,
  },
];
