import { z } from 'zod';
import { comparePlans } from '../../core/placement/compare-plans.ts';
import type { Deps } from '../deps.ts';
import { type Route, route } from '../http/route.ts';
import { type OpenRows, readOpenRows } from './open-rows.ts';
import { readPairs } from './pair-store.ts';
import { namesFor } from './plan-names.ts';
import { mustReadPlan } from './plan-store.ts';
import { PlanComparison } from './plans-answers.ts';
import { viewRows } from './row-view.ts';
import { summarizePlan } from './summarize-plan.ts';

/** Two plans beside each other: what differs, with the names that it takes. */
export function compareRoute(deps: Deps): Route {
  const { db } = deps;
  const view = async (open: OpenRows) => viewRows(deps, open.rows, await readPairs(db, open.plan.id));
  return route({
    method: 'get',
    path: '/placement-plans/:id/compare/:other',
    summary: 'The rows in which two plans differ',
    action: 'plans.read',
    params: z.object({ id: z.uuid(), other: z.uuid() }),
    returns: PlanComparison,
    handle: async ({ params, access }) => {
      const plans = await Promise.all([mustReadPlan(db, params.id), mustReadPlan(db, params.other)]);
      const [a, b] = await Promise.all([
        readOpenRows(db, plans[0], access),
        readOpenRows(db, plans[1], access),
      ]);
      await access.saw([...new Set([...a.rows, ...b.rows].map(({ student }) => student.id))]);
      const [first, second] = await Promise.all([view(a), view(b)]);
      const { differences, ...sums } = comparePlans(first, second);
      const shown = differences.flatMap(({ a: one, b: other }) => [one ?? [], other ?? []].flat());
      return {
        ...sums,
        rows: differences,
        a: await summarizePlan(deps, a),
        b: await summarizePlan(deps, b),
        ...(await namesFor(db, deps.rules, shown)),
      };
    },
  });
}
