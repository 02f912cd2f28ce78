import { z } from 'zod';
import { JobView } from '../../core/jobs/job.ts';
import {
  FairnessGroup,
  PlanFairness,
  PlanParams,
  type PlanRow,
  PlanSummary,
} from '../../core/placement/plan.ts';
import type { Deps } from '../deps.ts';
import { accepted, file } from '../http/answer.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { type Access, type Route, route } from '../http/route.ts';
import { jobRoutes } from '../jobs/job-routes.ts';
import { jobStarted } from '../jobs/job-started.ts';
import { scopeSchools } from '../matches/scope-schools.ts';
import { compareRoute } from './compare-route.ts';
import { decisionRoutes } from './decision-routes.ts';
import { type OpenRows, readOpenRows } from './open-rows.ts';
import { readPairs } from './pair-store.ts';
import { planCsv } from './plan-csv.ts';
import { mustHaveGrouping, planFairness } from './plan-fairness.ts';
import { namesFor } from './plan-names.ts';
import { partOf, planParts, planResource } from './plan-resource.ts';
import { scopeOf } from './plan-scope.ts';
import { mustReadPlan } from './plan-store.ts';
import { PlanRows } from './plans-answers.ts';
import { viewRows } from './row-view.ts';
import { startPlan } from './start-plan.ts';
import { summarizePlan } from './summarize-plan.ts';

const Id = z.object({ id: z.uuid() });
const By = z.object({ by: FairnessGroup.default('school') });
const Asked = PlanParams.refine(({ scope, schoolId }) => (scope === 'school') === (schoolId !== undefined), {
  path: ['schoolId'],
  message: 'with the scope "school", and only with it',
});

export function planRoutes(deps: Deps): Route[] {
  const { db } = deps;
  return [
    route({
      method: 'post',
      path: '/placement-plans',
      summary: 'Make a placement plan',
      action: 'plans.run',
      startsWork: true,
      body: Asked,
      returns: accepted(JobView),
      handle: async ({ body, account, access, res }) => {
        const asked = await scopeSchools(db, scopeOf(body));
        if (!asked) throw notFound();
        await access.must(planResource({ params: body, ...asked }));
        refuseUnknown(deps, body);
        if (body.basedOn !== undefined) partOf(await mustReadPlan(db, body.basedOn), access);
        const job = await startPlan(deps, body, { ...asked, accountId: account?.id });
        return jobStarted(res, '/placement-plans', job);
      },
    }),
    route({
      method: 'get',
      path: '/placement-plans/:id.csv',
      summary: "A plan's rows as a file, without names and numbers",
      action: 'plans.read',
      params: Id,
      returns: file('text/csv'),
      handle: async ({ params, access, res }) => {
        const rows = await showRows(deps, access, await readOpen(deps, access, params.id));
        const names = await namesFor(db, deps.rules, rows);
        res.type('text/csv').attachment('placement-plan.csv');
        res.send(planCsv(rows, names));
      },
    }),
    route({
      method: 'get',
      path: '/placement-plans/:id/summary',
      summary: 'A plan in figures',
      action: 'plan-runs.read',
      params: Id,
      returns: PlanSummary,
      handle: async ({ params, access }) => summarizePlan(deps, await readOpen(deps, access, params.id)),
    }),
    route({
      method: 'get',
      path: '/placement-plans/:id/rows',
      summary: 'A plan row by row',
      action: 'plans.read',
      params: Id,
      returns: PlanRows,
      handle: async ({ params, access }) => {
        const rows = await showRows(deps, access, await readOpen(deps, access, params.id));
        return { rows, ...(await namesFor(db, deps.rules, rows)) };
      },
    }),
    route({
      method: 'get',
      path: '/placement-plans/:id/fairness',
      summary: 'How evenly a plan places groups of students',
      action: 'plan-runs.read',
      params: Id,
      query: By,
      returns: PlanFairness,
      handle: async ({ params, query, access }) =>
        planFairness(deps, await readOpen(deps, access, params.id), query.by),
    }),
    compareRoute(deps),
    ...decisionRoutes(deps),
    ...jobRoutes(deps, {
      kind: 'plan',
      path: '/placement-plans',
      name: 'placement plan',
      read: 'plan-runs.read',
      cancel: 'plans.run',
      resourceOf: planResource,
      partsOf: planParts,
    }),
  ];
}

function refuseUnknown({ rules }: Deps, { terms = [], fairBy }: PlanParams): void {
  if (fairBy !== undefined) mustHaveGrouping(rules, fairBy, 'fairBy');
  const errors = terms.flatMap((term, index) =>
    rules.taxonomy.get(term) ? [] : [{ path: `terms.${index}`, message: `There is no term "${term}".` }],
  );
  if (errors.length > 0)
    throw new AppError(400, 'unknown-term', 'Some of the terms are not in the taxonomy.', errors);
}

async function readOpen({ db }: Deps, access: Access, id: string): Promise<OpenRows> {
  return readOpenRows(db, await mustReadPlan(db, id), access);
}

/** Rows for an answer; of whom they tell is written down first. */
async function showRows(deps: Deps, access: Access, { plan, rows }: OpenRows): Promise<PlanRow[]> {
  await access.saw([...new Set(rows.map(({ student }) => student.id))]);
  return viewRows(deps, rows, await readPairs(deps.db, plan.id));
}
