import type { Resource } from '../policy/resource.ts';
import { type PolicyStudent, studentResource } from '../policy/student-resource.ts';

/** What is known of a birth: the day ("YYYY-MM-DD"), only the month ("YYYY-MM"), or nothing. */
export interface Birth {
  birthDate?: string | undefined;
  birthMonth?: string | undefined;
}

const OF_AGE = 18;

/**
 * The first day on which the student, and no longer a parent, agrees to what is passed on (34 CFR 99.5): the 18th
 * birthday. Where only its month is known it is the month's first day: in the days in doubt a parent's consent opens
 * nothing. Undefined where no birth is known: then the student counts as a child.
 */
export function rightsPassOn({ birthDate, birthMonth }: Birth): string | undefined {
  const born = birthDate ?? (birthMonth && `${birthMonth}-01`);
  return born && `${Number(born.slice(0, 4)) + OF_AGE}${born.slice(4)}`;
}

export function agreesForOneself(birth: Birth, day: string): boolean {
  const from = rightsPassOn(birth);
  return from !== undefined && day >= from;
}

/** The student as the policy is asked who may sign: strict on the day, where reading lets the month pass first. */
export function signingResource(student: PolicyStudent & Birth, day: string): Resource {
  const rightsHeldBy = agreesForOneself(student, day) ? 'student' : 'family';
  return { ...studentResource(student, day), rightsHeldBy };
}
