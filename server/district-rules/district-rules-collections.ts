import type { ClosedDays } from '../../core/district/closed-days.ts';
import type { OwnPlanRules } from '../../core/opportunity-plan/should-have-plan.ts';
import type { CollectionSpec } from '../store/collection.ts';
import type { Version } from '../store/versions.ts';

/** What a district may say for itself. */
export interface DistrictRuleShapes {
  'closed-days': ClosedDays;
  'opportunity-plans': OwnPlanRules;
}
export type DistrictRuleKind = keyof DistrictRuleShapes;

/** One saving of one kind of rules of a district. */
export interface DistrictRulesVersion<K extends DistrictRuleKind = DistrictRuleKind> extends Version {
  kind: K;
  rules: DistrictRuleShapes[K];
}

export const districtRules: CollectionSpec = {
  name: 'district_rules',
  indexes: [[{ districtId: 1, kind: 1, number: -1 }]],
};

export const districtRulesCollections: readonly CollectionSpec[] = [districtRules];
