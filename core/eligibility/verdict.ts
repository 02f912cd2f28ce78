import type { Limit } from '../matching/match.ts';

/** The rules in the order in which they are asked; the first eight can be a limit, the rest can only be asked. */
export const ELIGIBILITY_RULES = [
  'age',
  'grade',
  'language',
  'residence',
  'income',
  'program',
  'gender',
  'attribute',
  'insurance',
  'referral',
  'conditions',
] as const;
export type EligibilityRule = (typeof ELIGIBILITY_RULES)[number];

/**
 * `source`: the directory leaves it open, or says it in free text only; the others are missing for the student.
 * `income-or-programs`: either of the two would settle it.
 */
export type MissingFact =
  | 'source'
  | 'birth-month'
  | 'languages'
  | 'home'
  | 'income-band'
  | 'programs'
  | 'income-or-programs'
  | 'gender'
  | `attribute:${string}`;

export type Answer =
  | { answer: 'yes' }
  | { answer: 'no'; limit: Limit }
  | { answer: 'unknown'; missing: MissingFact };

/** What one rule says about one student. "unknown" is to be asked: it never counts as yes and never as no. */
export type Verdict = Answer & {
  rule: EligibilityRule;
  /** Of the rule `attribute`: which one. */
  attribute?: string;
};
