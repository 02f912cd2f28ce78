import { type AccessRow, opens } from './row.ts';
import type { World } from './world.ts';

const draft = {
  name: 'A second counselor',
  question: {
    terms: ['counseling'],
    minutes: 30,
    mode: 'car',
    demand: { of: 'students' },
  },
  changes: [{ kind: 'add', id: 'new-1', point: [-96.5, 40.5], capacity: 20 }],
};

/** A scenario as it is kept, without its id and whose it is. */
export function scenario() {
  const now = new Date().toISOString();
  return { ...draft, version: 1, createdAt: now, changedAt: now };
}

const own = (rest = '') => ({
  path: ({ corners }: World, scope: keyof World['corners']) =>
    `/scenarios/${corners[scope].scenarioId}${rest}`,
});
const editors = { administrator: opens.all, 'district-leader': opens.all };

/** In this order: what was deleted is there for who may edit it, and is restored at the end. */
export const scenarioRows: readonly AccessRow[] = [
  {
    route: 'GET /what-if-snapshots',
    path: () => '/what-if-snapshots?terms=counseling',
    opens: 'everyone',
  },
  { route: 'GET /scenarios', opens: 'signed-in' },
  { route: 'POST /scenarios', body: () => draft, opens: 'signed-in' },
  { route: 'GET /scenarios/:id', ...own(), opens: 'everyone' },
  {
    // Only the first who asks finds version 1; to the others it is said that there is a newer one.
    route: 'PUT /scenarios/:id',
    ...own(),
    body: () => ({ ...draft, version: 1 }),
    opens: editors,
    alsoOpen: [409],
  },
  { route: 'DELETE /scenarios/:id', ...own(), opens: editors },
  { route: 'POST /scenarios/:id/restore', ...own('/restore'), opens: editors },
];
