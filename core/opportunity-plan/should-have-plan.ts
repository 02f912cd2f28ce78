import { z } from 'zod';
import type { AttributeWord } from '../eligibility/eligibility-words.ts';
import type { Circumstances } from '../students/circumstances.ts';

/** One sign by which a student should have a plan: a fact that the district keeps has one of these values. */
const PlanSign = z.strictObject({ attribute: z.string(), values: z.array(z.string()).min(1) });

/** What a district may say for itself. */
export const OwnPlanRules = z.strictObject({
  /** Any one of these is enough. */
  shouldHavePlan: z.array(PlanSign).min(1).max(50),
  /** When more than this share of a school's students should have one, the school looks at its needs as a whole. */
  schoolShare: z.number().gt(0).lt(1),
});
export type OwnPlanRules = z.infer<typeof OwnPlanRules>;

/** The rules about plans that Trellis comes with (data/opportunity-plans/rules.json). */
export const PlanRules = OwnPlanRules.extend({ source: z.string() });
export type PlanRules = z.infer<typeof PlanRules>;

/** The attributes by which a student should have a plan; empty where none applies, or nothing is known. */
export function signsOfPlan(
  { attributes = {} }: Pick<Circumstances, 'attributes'>,
  { shouldHavePlan }: Pick<OwnPlanRules, 'shouldHavePlan'>,
): { attribute: string; value: string }[] {
  return shouldHavePlan.flatMap(({ attribute, values }) => {
    const value = attributes[attribute];
    return value !== undefined && values.includes(value) ? [{ attribute, value }] : [];
  });
}

/** Signs that name an attribute or a value which no circumstances can have. */
export function unknownSigns(
  { shouldHavePlan }: Pick<OwnPlanRules, 'shouldHavePlan'>,
  words: readonly AttributeWord[],
): string[] {
  const known = new Map(words.map(({ name, values }) => [name, new Set(values.map(({ id }) => id))]));
  return shouldHavePlan.flatMap(({ attribute, values }) =>
    values.filter((value) => !known.get(attribute)?.has(value)).map((value) => `${attribute}: ${value}`),
  );
}
