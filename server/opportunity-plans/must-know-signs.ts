import { type OwnPlanRules, unknownSigns } from '../../core/opportunity-plan/should-have-plan.ts';
import { AppError } from '../http/app-error.ts';
import type { Rules } from '../rules.ts';

/** @throws AppError 400 where rules name an attribute or a value that no student can have */
export function mustKnowSigns(
  { eligibility }: Pick<Rules, 'eligibility'>,
  rules: Pick<OwnPlanRules, 'shouldHavePlan'>,
): void {
  const unknown = unknownSigns(rules, eligibility.attributes);
  if (unknown.length === 0) return;
  throw new AppError(
    400,
    'invalid-input',
    'Some of the input is not right.',
    unknown.map((sign) => ({ path: 'rules.shouldHavePlan', message: `nobody can have this: ${sign}` })),
  );
}
