import type { OwnPlanRules } from '../../core/opportunity-plan/should-have-plan.ts';
import type { Deps } from '../deps.ts';
import { readOwnRules } from '../district-rules/district-rules-store.ts';

/** By which rules a district's students should have a plan: its own, else those that Trellis comes with. */
export async function planRulesOf(
  { db, rules }: Pick<Deps, 'db' | 'rules'>,
  districtId: string,
): Promise<OwnPlanRules> {
  return (await readOwnRules(db, districtId, 'opportunity-plans')) ?? rules.opportunityPlan;
}
