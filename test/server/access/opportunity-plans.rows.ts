import type { RecordedEdit } from '../../../core/opportunity-plan/plan-change.ts';
import type { Deps } from '../../../server/deps.ts';
import { addChange } from '../../../server/opportunity-plans/plan-change-store.ts';
import { changeStudent } from '../../../server/students/named-student-store.ts';
import { type AccessRow, opens } from './row.ts';
import type { Corner } from './world.ts';

const at = ({ studentId }: Corner, rest = '') => `/students/${studentId}/opportunity-plan${rest}`;
const keepers = { administrator: 'own sibling', coordinator: 'own' };
const everybody = { ...keepers, staff: 'own', family: 'own', student: 'own' };

const STEP = 'steps/first-step';

/** A student who should have a plan has one, with a step that another person of the school has written. */
export async function growPlan(deps: Deps, studentId: string): Promise<void> {
  const circumstances = { attributes: { 'reading-level': 'one-behind' } };
  await changeStudent(deps, studentId, { circumstances }, deps.clock());
  const edits: RecordedEdit[] = [{ field: `${STEP}/text`, kind: 'set', to: `plan of ${studentId}` }];
  const change = { studentId, number: 1, at: deps.clock().toISOString(), by: 'somebody', edits };
  await addChange(deps, { ...change, as: 'coordinator' });
}

/** The students here are children: the plan is theirs all the same. */
export const opportunityPlanRows: readonly AccessRow[] = [
  {
    route: 'GET /opportunity-plans/due',
    opens: keepers,
    shows: (body, { corners }, scope) =>
      (body as { items: { id: string }[] }).items.some(({ id }) => id === corners[scope].studentId),
  },
  {
    route: 'GET /schools/:id/opportunity-plans',
    path: ({ corners }, scope) => `/schools/${corners[scope].schoolId}/opportunity-plans`,
    opens: opens.staff,
  },
  {
    route: 'GET /students/:id/opportunity-plan',
    path: ({ corners }, scope) => at(corners[scope]),
    opens: everybody,
  },
  {
    route: 'GET /students/:id/opportunity-plan/history',
    path: ({ corners }, scope) => at(corners[scope], '/history'),
    opens: everybody,
  },
  {
    // How far a step is: the one thing that everybody of them may write.
    route: 'PATCH /students/:id/opportunity-plan',
    path: ({ corners }, scope) => at(corners[scope]),
    body: () => ({ edits: [{ field: `${STEP}/state`, saw: 0, to: 'under-way' }] }),
    opens: everybody,
  },
  {
    route: 'POST /students/:id/opportunity-plan/steps',
    path: ({ corners }, scope) => at(corners[scope], '/steps'),
    body: () => ({ offerId: 'nothing' }),
    opens: keepers,
    alsoOpen: [400],
  },
  {
    // The first change is not the last one any more, once somebody has noted how far the step is.
    route: 'POST /students/:id/opportunity-plan/undo',
    path: ({ corners }, scope) => at(corners[scope], '/undo'),
    body: () => ({ number: 1 }),
    opens: keepers,
    alsoOpen: [409],
  },
];
