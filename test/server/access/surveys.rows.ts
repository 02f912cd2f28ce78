import { randomUUID } from 'node:crypto';
import { type AccessRow, opens } from './row.ts';
import type { Scope, World } from './world.ts';

const question = { kind: 'yes-no', id: 'known', text: { en: 'Known?' } };

/** A survey as people write it down, for one school. */
function draft(schoolId: string) {
  return {
    title: { en: 'Fall' },
    audience: 'families',
    schoolIds: [schoolId],
    term: 'Fall 2026',
    languages: ['en'],
    named: false,
    opensOn: '2020-01-01',
    closesOn: '2199-12-31',
    questions: [question],
  };
}

/** A survey as it is kept, open for answers. */
export function survey({ schoolId, districtId }: { schoolId: string; districtId: string }) {
  const now = new Date().toISOString();
  return { ...draft(schoolId), districtId, version: 1, createdAt: now, changedAt: now, openedAt: now };
}

const own = (rest = '') => ({
  path: ({ corners }: World, scope: Scope) => `/surveys/${corners[scope].surveyId}${rest}`,
});
const draftOf = ({ corners }: World, scope: Scope) => draft(corners[scope].schoolId);
const answer = () => ({ id: randomUUID(), choices: { known: ['yes'] }, texts: {} });
const editors = { ...opens.leaders, coordinator: 'own' };
const carers = { administrator: opens.district, coordinator: opens.own };

/** The surveys are open already, so what would change a draft is answered with 409 to whoever may. Counting comes last. */
export const surveyRows: readonly AccessRow[] = [
  { route: 'GET /survey-bank', opens: 'signed-in' },
  {
    route: 'GET /surveys',
    opens: opens.staff,
    shows: (body, { corners }, scope) =>
      (body as { items: { id: string }[] }).items.some(({ id }) => id === corners[scope].surveyId),
  },
  { route: 'GET /surveys/:id', ...own(), opens: opens.staff },
  { route: 'POST /surveys', body: draftOf, opens: editors },
  {
    route: 'PUT /surveys/:id',
    ...own(),
    body: (world, scope) => ({ version: 1, draft: draftOf(world, scope) }),
    opens: editors,
    alsoOpen: [409],
  },
  { route: 'DELETE /surveys/:id', ...own(), opens: editors, alsoOpen: [409] },
  {
    route: 'POST /surveys/:id/open',
    ...own('/open'),
    body: () => ({ version: 1 }),
    opens: editors,
    alsoOpen: [409],
  },
  {
    route: 'POST /surveys/:id/answers',
    ...own('/answers'),
    body: ({ corners }, scope) => ({ ...answer(), schoolId: corners[scope].schoolId }),
    opens: opens.staff,
  },
  { route: 'GET /surveys/:id/named', ...own('/named'), opens: carers },
  {
    route: 'POST /survey-answers/:id/settle',
    path: ({ corners }, scope) => `/survey-answers/${corners[scope].surveyAnswerId}/settle`,
    body: ({ corners }, scope) => ({ studentId: corners[scope].studentId }),
    opens: carers,
    alsoOpen: [409],
  },
  {
    route: 'POST /survey-answers/:id/leave',
    path: ({ corners }, scope) => `/survey-answers/${corners[scope].surveyAnswerId}/leave`,
    opens: carers,
    alsoOpen: [409],
  },
  {
    route: 'POST /survey-forms/look',
    body: ({ corners }, scope) => ({ code: corners[scope].surveyCode }),
    opens: 'everyone',
  },
  {
    route: 'POST /survey-answers',
    body: ({ corners }, scope) => ({ ...answer(), code: corners[scope].surveyCode }),
    opens: 'everyone',
  },
  { route: 'POST /surveys/:id/count', ...own('/count'), opens: editors },
  { route: 'GET /surveys/:id/texts', ...own('/texts'), opens: editors },
];
