import { fairnessOf } from '../../core/placement/fairness-of.ts';
import { groupOf } from '../../core/placement/group-of.ts';
import type { Grouping } from '../../core/placement/grouping.ts';
import type { FairnessGroup, PlanFairness } from '../../core/placement/plan.ts';
import { strictestThreshold } from '../../core/privacy/threshold.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import type { Rules } from '../rules.ts';
import { listSchools } from '../schools/school-store.ts';
import { readDistrict } from '../settings/district-store.ts';
import type { OpenRows } from './open-rows.ts';

/** How a plan serves groups. Small numbers are hidden from everybody: it is what is shown in a meeting. */
export async function planFairness(
  { db, rules }: Pick<Deps, 'db' | 'rules'>,
  { plan, rows }: OpenRows,
  by: FairnessGroup,
): Promise<PlanFairness> {
  const grouping = mustHaveGrouping(rules, by, 'by');
  const [schools, district] = await Promise.all([listSchools(db), readDistrict(db, plan.districtId)]);
  const told = rows.map(({ state, record }) => ({ ...record, state }));
  return fairnessOf(told, {
    by,
    groupOf: groupOf(grouping, new Map(schools.map((school) => [school.id, school]))),
    threshold: strictestThreshold([district?.smallNumbers]),
  });
}

/** @throws AppError where data/placement has no such grouping */
export function mustHaveGrouping(
  { groupings }: Pick<Rules, 'groupings'>,
  by: string,
  path: string,
): Grouping {
  const grouping = groupings.find(({ id }) => id === by);
  if (grouping) return grouping;
  const message = `There is no grouping "${by}".`;
  throw new AppError(400, 'invalid-input', message, [{ path, message }]);
}
