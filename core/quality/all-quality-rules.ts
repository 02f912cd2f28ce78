import { lookUp } from '../lists/look-up.ts';
import type { QualityContext } from './quality-context.ts';
import type { QualityRule } from './quality-rule.ts';
import { agesBackwards } from './rules/ages-backwards.ts';
import { badEmail } from './rules/bad-email.ts';
import { badPhone } from './rules/bad-phone.ts';
import { badWeb } from './rules/bad-web.ts';
import { doubtfulPoint } from './rules/doubtful-point.ts';
import { farPoint } from './rules/far-point.ts';
import { futureDate } from './rules/future-date.ts';
import { highFee } from './rules/high-fee.ts';
import { hoursOver } from './rules/hours-over.ts';
import { longUnchanged } from './rules/long-unchanged.ts';
import { moreFreeThanAll } from './rules/more-free-than-all.ts';
import { neverCloses } from './rules/never-closes.ts';
import { noAccessibility } from './rules/no-accessibility.ts';
import { noAddress } from './rules/no-address.ts';
import { noApplication } from './rules/no-application.ts';
import { noContact } from './rules/no-contact.ts';
import { noCost } from './rules/no-cost.ts';
import { noDescription } from './rules/no-description.ts';
import { noEligibility } from './rules/no-eligibility.ts';
import { noHours } from './rules/no-hours.ts';
import { noLanguage } from './rules/no-language.ts';
import { noPlace } from './rules/no-place.ts';
import { noPoint } from './rules/no-point.ts';
import { noServices } from './rules/no-services.ts';
import { noTerms } from './rules/no-terms.ts';
import { notChecked } from './rules/not-checked.ts';
import { sameText } from './rules/same-text.ts';
import { unknownTerms } from './rules/unknown-terms.ts';
import { unmappedTerms } from './rules/unmapped-terms.ts';
import { unusedPlace } from './rules/unused-place.ts';
import type { Subject } from './subject.ts';

/** Everything that is looked for, in the order of the page: within a group what hurts people most comes first. */
export const QUALITY_RULES: readonly QualityRule[] = [
  noHours,
  noContact,
  noEligibility,
  noCost,
  noDescription,
  noApplication,
  noLanguage,
  noAddress,
  noAccessibility,
  notChecked,
  longUnchanged,
  unmappedTerms,
  noTerms,
  unknownTerms,
  noPoint,
  doubtfulPoint,
  farPoint,
  badPhone,
  badEmail,
  badWeb,
  agesBackwards,
  neverCloses,
  hoursOver,
  highFee,
  futureDate,
  moreFreeThanAll,
  sameText,
  noPlace,
  unusedPlace,
  noServices,
];

const BY_NAME: Readonly<Record<string, QualityRule>> = Object.fromEntries(
  QUALITY_RULES.map((rule) => [rule.name, rule]),
);

export function qualityRule(name: string): QualityRule | undefined {
  return lookUp(BY_NAME, name);
}

/** The names of the rules that find something in a record. */
export function findingsIn(subject: Subject, context: QualityContext): string[] {
  return QUALITY_RULES.filter((rule) => rule.finds(subject, context) !== undefined).map(({ name }) => name);
}
