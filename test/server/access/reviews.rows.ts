import { utcDay } from '../../../core/schedule/utc-day.ts';
import type { Deps } from '../../../server/deps.ts';
import { writeReview } from '../../../server/reviews/review-store.ts';
import type { AccessRow } from './row.ts';
import type { Corner } from './world.ts';

const LAST = '2020-02';
const at = ({ studentId }: Corner, rest = '') => `/students/${studentId}/reviews${rest}`;
const keepers = { administrator: 'own sibling', coordinator: 'own' };
const everybody = { ...keepers, staff: 'own', family: 'own', student: 'own' };
const thisMonth = ({ deps }: { deps: Deps }) => utcDay(deps.clock()).slice(0, 7);

/** A review of long ago, in which the student was doing badly. */
export async function askOnce(deps: Deps, studentId: string): Promise<void> {
  const said = { answers: { feeling: 1 }, note: `said by ${studentId}` };
  const when = { month: LAST, version: 1, at: '2020-02-03T12:00:00.000Z' };
  const who = { studentId, by: 'somebody', as: 'student' as const };
  await writeReview(deps, {
    ...who,
    ...when,
    ...said,
    signs: [{ kind: 'low', question: 'feeling', answer: 1 }],
  });
}

export const reviewRows: readonly AccessRow[] = [
  {
    route: 'GET /reviews',
    path: () => '/reviews?state=all',
    opens: { ...keepers, staff: 'own' },
    shows: (body, { corners }, scope) =>
      (body as { items: { id: string }[] }).items.some(({ id }) => id === corners[scope].studentId),
  },
  {
    route: 'GET /students/:id/reviews',
    path: ({ corners }, scope) => at(corners[scope]),
    opens: everybody,
  },
  {
    // Whoever comes second finds that somebody has answered.
    route: 'PUT /students/:id/reviews/:month',
    path: (world, scope) => at(world.corners[scope], `/${thisMonth(world)}`),
    body: () => ({ saw: 0, answers: { feeling: 3, school: 3, people: 3, plan: null } }),
    opens: everybody,
    alsoOpen: [409],
  },
  {
    route: 'POST /students/:id/reviews/:month/undo',
    path: (world, scope) => at(world.corners[scope], `/${thisMonth(world)}/undo`),
    body: () => ({ saw: 99 }),
    opens: everybody,
    alsoOpen: [409],
  },
  {
    route: 'PUT /students/:id/reviews/:month/follow-up',
    path: ({ corners }, scope) => at(corners[scope], `/${LAST}/follow-up`),
    body: () => ({ saw: 1, note: 'called home' }),
    opens: keepers,
    alsoOpen: [409],
  },
];
