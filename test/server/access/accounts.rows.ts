import { type AccessRow, opens } from './row.ts';
import { nobody, type Scope, type World } from './world.ts';

interface List {
  items: { id: string }[];
}

const grantsIn = ({ corners }: World, scope: Scope) => [
  { role: 'staff', districtId: corners[scope].districtId, schoolIds: [corners[scope].schoolId] },
];

export const accountRows: readonly AccessRow[] = [
  { route: 'GET /session', opens: 'everyone' },
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
