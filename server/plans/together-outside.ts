import type { PlanFault } from '../../core/placement/plan-faults.ts';
import { needOf } from './open-rows.ts';
import type { PeoplesChoices } from './plan-choices.ts';
import type { PlanNeeds } from './plan-needs.ts';

/** Pairs that were kept together of which one need is not in the plan, so that it plans the other one alone. */
export function togetherOutside(
  { needs }: Pick<PlanNeeds, 'needs'>,
  { together }: Pick<PeoplesChoices, 'together'>,
): PlanFault[] {
  const inPlan = new Set(needs.map(needOf));
  const count = together.filter(([a, b]) => inPlan.has(a) !== inPlan.has(b)).length;
  return count === 0 ? [] : [{ code: 'together-outside', count, offerIds: [] }];
}
