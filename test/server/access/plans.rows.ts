import { type AccessRow, opens } from './row.ts';
import type { Scope, World } from './world.ts';

interface List {
  items: { id: string }[];
}

const planners = { ...opens.leaders, coordinator: opens.own };
const at =
  (rest = '') =>
  ({ corners }: World, scope: Scope) =>
    `/placement-plans/${corners[scope].planId}${rest}`;
const needOf = ({ corners }: World, scope: Scope) => `${corners[scope].studentId}:tutoring`;

export const planRows: readonly AccessRow[] = [
  {
    route: 'POST /placement-plans',
    body: ({ corners }, scope) => ({ scope: 'school', schoolId: corners[scope].schoolId }),
    opens: planners,
  },
  { route: 'GET /placement-plans/:id/summary', path: at('/summary'), opens: planners },
  { route: 'GET /placement-plans/:id/rows', path: at('/rows'), opens: planners },
  { route: 'GET /placement-plans/:id.csv', path: at('.csv'), opens: planners },
  { route: 'GET /placement-plans/:id/fairness', path: at('/fairness?by=grade'), opens: planners },
  {
    route: 'GET /placement-plans/:id/compare/:other',
    path: (world, scope) => at(`/compare/${world.corners[scope].planId}`)(world, scope),
    opens: planners,
  },
  {
    route: 'POST /placement-plans/:id/decisions',
    path: at('/decisions'),
    body: (world, scope) => ({ rows: [needOf(world, scope)], decision: 'refuse', reason: 'travel' }),
    opens: planners,
  },
  {
    // The same row twice, so that the world stays as it is.
    route: 'POST /placement-plans/:id/together',
    path: at('/together'),
    body: (world, scope) => ({ rows: [needOf(world, scope), needOf(world, scope)], together: true }),
    opens: planners,
    alsoOpen: [400],
  },
  { route: 'POST /placement-plans/:id/undo', path: at('/undo'), opens: planners, alsoOpen: [409] },
  {
    route: 'GET /placement-plans',
    opens: planners,
    shows: (body, { corners }, scope) => (body as List).items.some(({ id }) => id === corners[scope].planId),
  },
  { route: 'GET /placement-plans/:id', path: at(), opens: planners },
  { route: 'GET /placement-plans/:id/events', path: at('/events'), opens: planners },
  { route: 'POST /placement-plans/:id/cancel', path: at('/cancel'), opens: planners },
];
