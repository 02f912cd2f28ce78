import type { Role, RoleGrant } from '../../core/accounts/role.ts';
import type { Account } from './account.ts';

/**
 * Who may do what with which record: pure answers, so that every route, job and export asks the same question.
 * What is not granted is refused: the public, switched-off accounts and unknown roles get `false` everywhere.
 * A route answers 404 where a decision here is no, so that a guess does not tell whether the record exists.
 */
export interface SchoolScope {
  schoolId: string;
  districtId: string;
}

export interface StudentScope extends SchoolScope {
  id: string;
}

/** What a match run touches; `schoolIds` are the schools of all its students, whatever its scope. */
export interface MatchScope {
  scope: 'district' | 'school' | 'students';
  districtId: string;
  schoolIds: readonly string[];
}

/** The lists of students and the needs of a school. */
export function maySeeSchoolStudents(account: Account | null, school: SchoolScope): boolean {
  return leads(account, school.districtId) || worksAt(account, ['coordinator', 'staff'], school.schoolId);
}

/** One student's record, matches included: those who work with the school, and the student's own family. */
export function maySeeStudent(account: Account | null, student: StudentScope): boolean {
  return (
    maySeeSchoolStudents(account, student) ||
    holds(account, (grant) => grant.role === 'family' && grant.studentIds.includes(student.id))
  );
}

/** Needs, interests, free times: the school's coordinator changes them, not those who only read them. */
export function mayEditStudent(account: Account | null, student: StudentScope): boolean {
  return (
    holds(account, (grant) => grant.role === 'administrator' && covers(grant, student.districtId)) ||
    worksAt(account, ['coordinator'], student.schoolId)
  );
}

/** A coordinator runs matches for their own schools, never for a whole district, nor for nobody. */
export function mayRunMatches(
  account: Account | null,
  { scope, districtId, schoolIds }: MatchScope,
): boolean {
  if (leads(account, districtId)) return true;
  if (scope === 'district' || schoolIds.length === 0) return false;
  return schoolIds.every((schoolId) => worksAt(account, ['coordinator'], schoolId));
}

/** A community leader with no organizations named looks after all of them; a partner only after its own. */
export function mayEditOrganization(account: Account | null, organizationId: string): boolean {
  return holds(account, ({ role, organizationIds }) => {
    if (role === 'administrator') return true;
    if (role !== 'community-leader' && role !== 'partner') return false;
    return (
      organizationIds.includes(organizationId) || (role === 'community-leader' && !organizationIds.length)
    );
  });
}

/**
 * Counts of fewer than 10 students of one school: its coordinator and those who lead the district.
 * Asked in addition to `maySeeSchoolStudents`, which knows the school's district.
 */
export function maySeeSmallNumbers(account: Account | null, schoolId: string): boolean {
  return (
    holds(account, ({ role }) => role === 'administrator' || role === 'district-leader') ||
    worksAt(account, ['coordinator'], schoolId)
  );
}

function leads(account: Account | null, districtId: string): boolean {
  return holds(
    account,
    (grant) =>
      (grant.role === 'administrator' || grant.role === 'district-leader') && covers(grant, districtId),
  );
}

function worksAt(account: Account | null, roles: readonly Role[], schoolId: string): boolean {
  return holds(account, (grant) => roles.includes(grant.role) && grant.schoolIds.includes(schoolId));
}

/** A grant that names no district is held for every one. */
function covers(grant: RoleGrant, districtId: string): boolean {
  return grant.districtId === undefined || grant.districtId === districtId;
}

function holds(account: Account | null, opens: (grant: RoleGrant) => boolean): boolean {
  return account?.active === true && account.grants.some(opens);
}
