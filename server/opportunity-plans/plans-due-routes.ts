import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { readSchool } from '../schools/school-store.ts';
import { schoolsInScope } from '../students/schools-in-scope.ts';
import { PlansDue, SchoolPlans } from './opportunity-plans-answers.ts';
import { plansDue } from './plans-due.ts';
import { schoolPlans } from './school-plan-counts.ts';

const OneSchool = z.strictObject({ school: z.string().max(100).optional() });
const Id = z.object({ id: z.string().max(100) });

/** Who should have a plan and has none; and what that says of a school. */
export function plansDueRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'get',
      path: '/opportunity-plans/due',
      summary: "Who should have a plan by the district's rules",
      action: 'opportunity-plans.due',
      query: OneSchool,
      returns: PlansDue,
      handle: async ({ query, access }) => {
        const schools = await schoolsInScope(deps.db, access, query.school);
        const due = await plansDue(
          deps,
          schools.map(({ id }) => id),
        );
        await access.saw(due.items.map(({ id }) => id));
        return { ...due, schools: Object.fromEntries(schools.map(({ id, name }) => [id, name])) };
      },
    }),
    route({
      method: 'get',
      path: '/schools/:id/opportunity-plans',
      summary: 'How many of a school should have one, as far as it may be told',
      action: 'opportunity-plans.share',
      params: Id,
      returns: SchoolPlans,
      handle: async ({ params, access }) => {
        const school = await readSchool(deps.db, params.id);
        if (!school) throw notFound();
        await access.must({ districtId: school.districtId, schoolIds: [school.id] });
        return schoolPlans(deps, school);
      },
    }),
  ];
}
