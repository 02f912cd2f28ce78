import type { Eligibility } from '../directory/service.ts';
import type { Circumstances, IncomeBand } from '../students/circumstances.ts';
import type { MissingFact, Verdict } from './verdict.ts';

/**
 * Income, or a program in place of it: where a service names both, either is enough, since who is in such a program
 * has shown the income ("categorical eligibility", 7 CFR 245.6 for school meals).
 */
export function checkIncome(known: Circumstances, rules: Eligibility): Verdict | undefined {
  const maximum = rules.incomeMaximumFplPercent;
  if (maximum === undefined) return undefined;
  const income = isWithin(known.incomeBand, maximum);
  const program = rules.programs?.length ? isMember(known.programs, rules.programs) : false;
  if (income === true || program === true) return { rule: 'income', answer: 'yes' };
  if (income === false && program === false) return { rule: 'income', answer: 'no', limit: 'income' };
  return { rule: 'income', answer: 'unknown', missing: missingOf(income, program) };
}

/** Membership in any of the programs, where no income is named beside them. */
export function checkPrograms(known: Circumstances, rules: Eligibility): Verdict | undefined {
  const { programs = [], incomeMaximumFplPercent } = rules;
  if (programs.length === 0 || incomeMaximumFplPercent !== undefined) return undefined;
  const member = isMember(known.programs, programs);
  if (member === undefined) return { rule: 'program', answer: 'unknown', missing: 'programs' };
  return member ? { rule: 'program', answer: 'yes' } : { rule: 'program', answer: 'no', limit: 'program' };
}

/** A service "for girls" has said nothing about who is neither girl nor boy: that is asked. */
export function checkGender({ gender }: Circumstances, { genders = [] }: Eligibility): Verdict | undefined {
  if (genders.length === 0) return undefined;
  if (gender === undefined) return { rule: 'gender', answer: 'unknown', missing: 'gender' };
  if (genders.includes(gender)) return { rule: 'gender', answer: 'yes' };
  if (gender === 'nonbinary') return { rule: 'gender', answer: 'unknown', missing: 'source' };
  return { rule: 'gender', answer: 'no', limit: 'gender' };
}

/** Every attribute that is asked for must have one of the values. */
export function checkAttributes(known: Circumstances, { attributes = [] }: Eligibility): Verdict[] {
  return attributes.map(({ name, oneOf }): Verdict => {
    const asked = { rule: 'attribute', attribute: name } as const;
    const value = known.attributes?.[name];
    if (value === undefined) return { ...asked, answer: 'unknown', missing: `attribute:${name}` };
    return oneOf.includes(value)
      ? { ...asked, answer: 'yes' }
      : { ...asked, answer: 'no', limit: 'attribute' };
  });
}

/** Undefined where the band lies on both sides of the maximum, or is not known. */
function isWithin(band: IncomeBand | undefined, maximum: number): boolean | undefined {
  if (band?.maximumFpl !== undefined && band.maximumFpl <= maximum) return true;
  return band?.minimumFpl !== undefined && band.minimumFpl >= maximum ? false : undefined;
}

/** No only where every one of the programs is known to be none of the student's. */
function isMember(known: Circumstances['programs'], programs: readonly string[]): boolean | undefined {
  if (programs.some((id) => known?.[id] === true)) return true;
  return programs.every((id) => known?.[id] === false) ? false : undefined;
}

function missingOf(income: boolean | undefined, program: boolean | undefined): MissingFact {
  if (income === false) return 'programs';
  return program === false ? 'income-band' : 'income-or-programs';
}
