import type { PlanParams } from '../../core/placement/plan.ts';
import type { MatchScope } from '../matches/match-scope.ts';

/** Whose needs a plan is about, as match runs say it. */
export function scopeOf({ scope, schoolId }: Pick<PlanParams, 'scope' | 'schoolId'>): MatchScope {
  return scope === 'school' && schoolId !== undefined ? { scope, schoolId } : { scope: 'district' };
}
