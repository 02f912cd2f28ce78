import { type AccessRow, opens } from './row.ts';
import type { Corner } from './world.ts';

const YEAR = 2026;
const asked = { year: YEAR, question: 'capacity-lead' };
const facts = { ...asked, what: 'Name somebody', owner: 'The principal', dueOn: '2027-01-31' };
const goal = { year: YEAR, on: { kind: 'group', id: 'climate' }, target: 3, note: '' };

/** An action of a corner's school. */
export const actionOf = ({ schoolId }: Pick<Corner, 'schoolId'>, scope: string) => ({
  id: `action-${scope}`,
  placeId: schoolId,
  ...facts,
  state: 'open',
  version: 1,
  history: [],
});

/** A goal of a corner's district. */
export const goalOf = ({ districtId }: Pick<Corner, 'districtId'>, scope: string) => ({
  id: `goal-${scope}`,
  districtId,
  ...goal,
  version: 1,
  dropped: false,
});

const who = { ...opens.leaders, coordinator: 'own' };
const stale = { version: 999 };

interface Listed {
  items: { place: { id: string } }[];
}

/** What would change something stops short of it: it names a version that there is not. */
export const assessmentRows: readonly AccessRow[] = [
  {
    route: 'GET /assessments',
    opens: opens.staff,
    shows: (body, { corners }, scope) =>
      (body as Listed).items.some(({ place }) => place.id === corners[scope].schoolId),
  },
  {
    route: 'GET /assessment-reports',
    opens: opens.staff,
    shows: (body, { corners }, scope) =>
      (body as Listed).items.some(({ place }) => place.id === corners[scope].schoolId),
  },
  {
    route: 'GET /assessments/:id',
    path: ({ corners }, scope) => `/assessments/${corners[scope].schoolId}`,
    opens: opens.staff,
  },
  {
    route: 'POST /assessments/:id/ratings',
    path: ({ corners }, scope) => `/assessments/${corners[scope].schoolId}/ratings`,
    body: () => ({ ...asked, level: 2, evidence: '', figures: [], basedOn: 999 }),
    opens: who,
    alsoOpen: [409],
  },
  {
    route: 'POST /assessments/:id/actions',
    path: ({ corners }, scope) => `/assessments/${corners[scope].schoolId}/actions`,
    body: () => facts,
    opens: who,
  },
  {
    route: 'PUT /assessment-actions/:id',
    path: (_world, scope) => `/assessment-actions/action-${scope}`,
    body: () => ({ ...facts, ...stale, state: 'done' }),
    opens: who,
    alsoOpen: [409],
  },
  {
    route: 'GET /assessment-questions',
    path: ({ corners }, scope) => `/assessment-questions?district=${corners[scope].districtId}`,
    opens: opens.leaders,
  },
  {
    route: 'PUT /assessment-questions',
    body: ({ corners }, scope) => ({
      districtId: corners[scope].districtId,
      questions: [{ id: 'own', group: 'climate', text: { en: 'Own?' }, figures: [] }],
      basedOn: 999,
    }),
    opens: opens.leaders,
    alsoOpen: [409],
  },
  {
    route: 'POST /assessment-goals',
    // Nobody asks this: the answer stops short of setting a goal.
    body: ({ corners }, scope) => ({
      ...goal,
      on: { kind: 'group', id: 'nothing' },
      districtId: corners[scope].districtId,
    }),
    opens: opens.leaders,
    alsoOpen: [400],
  },
  {
    route: 'PUT /assessment-goals/:id',
    path: (_world, scope) => `/assessment-goals/goal-${scope}`,
    body: () => ({ target: 4, note: '', dropped: true, ...stale }),
    opens: opens.leaders,
    alsoOpen: [409],
  },
];
