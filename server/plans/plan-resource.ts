import { PlanParams } from '../../core/placement/plan.ts';
import type { Resource } from '../../core/policy/resource.ts';
import { notFound } from '../http/app-error.ts';
import type { Access } from '../http/route.ts';
import type { JobRecord } from '../jobs/job-collection.ts';

/** What a plan and its job have in common: all that the policy asks. */
export type PlanKeys = Pick<JobRecord, 'districtId' | 'schoolIds'> & { params: unknown };

/** The plan as a whole. One of the district is nobody's who works at schools, as with match runs. */
export function planResource({ params, districtId, schoolIds = [] }: PlanKeys): Resource {
  const isOfSchool = PlanParams.safeParse(params).data?.scope === 'school';
  return { districtId, schoolIds: isOfSchool ? schoolIds : [] };
}

/** The parts of a plan that may be open where the whole is not: its schools. */
export function planParts({ districtId, schoolIds = [] }: PlanKeys): Resource[] {
  return schoolIds.map((id) => ({ districtId, schoolIds: [id] }));
}

/** What of a plan is open. */
export interface PlanPart {
  whole: boolean;
  schoolIds: string[];
}

/** @throws AppError `not-found` where nothing of it is open */
export function partOf(plan: PlanKeys, access: Pick<Access, 'may' | 'opens'>): PlanPart {
  const { schoolIds = [], districtId } = plan;
  if (access.may(planResource(plan))) return { whole: true, schoolIds };
  const open = schoolIds.filter(access.opens((id) => ({ districtId, schoolIds: [id] })));
  if (open.length === 0) throw notFound();
  return { whole: false, schoolIds: open };
}
