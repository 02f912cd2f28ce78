import { addConference } from '../../../server/conferences/conference-store.ts';
import type { Deps } from '../../../server/deps.ts';
import type { AccessRow } from './row.ts';
import type { Scope, World } from './world.ts';

const idOf = (scope: Scope) => `conference-${scope}`;
const at = (scope: Scope, rest = '') => `/conferences/${idOf(scope)}${rest}`;
const ofStudent = ({ corners }: World, scope: Scope) => `/students/${corners[scope].studentId}/conferences`;
const keepers = { administrator: 'own sibling', coordinator: 'own' };
const readers = { ...keepers, family: 'own', student: 'own' };
const DAY = '2030-01-07';

/** A meeting in which somebody has written already. */
export async function meetOnce(deps: Deps, scope: Scope, studentId: string): Promise<void> {
  const lists = { agenda: [], people: [], steps: [] };
  const decisions = [{ id: 'decision-1', version: 2, text: `decided for ${studentId}` }];
  const written = { version: 2, at: '2030-01-07T12:00:00.000Z', by: 'somebody' };
  await addConference(deps, { id: idOf(scope), studentId, day: DAY, ...written, ...lists, decisions });
}

export const conferenceRows: readonly AccessRow[] = [
  { route: 'GET /students/:id/conferences', path: ofStudent, opens: readers },
  {
    route: 'POST /students/:id/conferences',
    path: ofStudent,
    body: () => ({ day: DAY }),
    opens: keepers,
  },
  { route: 'GET /conferences/:id', path: (_, scope) => at(scope), opens: readers },
  {
    route: 'PATCH /conferences/:id',
    path: (_, scope) => at(scope),
    body: () => ({ list: 'decisions', id: 'decision-2', saw: 0, to: { text: 'more' } }),
    opens: keepers,
  },
  {
    route: 'PUT /conferences/:id/day',
    path: (_, scope) => at(scope, '/day'),
    body: () => ({ day: DAY }),
    opens: keepers,
  },
  {
    route: 'POST /conferences/:id/steps',
    path: (_, scope) => at(scope, '/steps'),
    body: () => ({ id: 'agreed-step', text: 'visit the library' }),
    opens: keepers,
  },
  {
    route: 'DELETE /conferences/:id',
    path: (_, scope) => at(scope),
    opens: keepers,
    alsoOpen: [409],
  },
];
