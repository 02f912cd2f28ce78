import type { Resource } from './resource.ts';

/** What the policy asks of a student; whole students fit. */
export interface PolicyStudent {
  id: string;
  schoolId: string;
  districtId: string;
  /** "YYYY-MM" */
  birthMonth?: string | undefined;
}

/** `today` as "YYYY-MM-DD". */
export function studentResource(student: PolicyStudent, today: string): Resource {
  return {
    districtId: student.districtId,
    schoolIds: [student.schoolId],
    studentIds: [student.id],
    rightsHeldBy: isOfAge(student.birthMonth, today) ? 'student' : 'family',
  };
}

/**
 * Whether the 18th birthday is past, for certain: only its month is known, so a parent who may read stays a reader
 * until that month is over. A birth that is not known counts as a child's.
 */
export function isOfAge(birthMonth: string | undefined, today: string): boolean {
  if (birthMonth === undefined) return false;
  const [year, month] = birthMonth.split('-');
  return today.slice(0, 7) > `${Number(year) + 18}-${month}`;
}
