import type { RoleGrant } from '../../../core/accounts/role.ts';
import type { Action } from '../../../core/policy/actions.ts';
import { decide } from '../../../core/policy/decide.ts';
import { type PolicyStudent, studentResource } from '../../../core/policy/student-resource.ts';
import type { School } from '../../../core/schools/school.ts';

/*
 * Which controls a person is shown: the policy that the server asks, too. Here it only keeps buttons away that would
 * be refused.
 */
type Grants = readonly RoleGrant[];
type PolicySchool = Pick<School, 'id' | 'districtId'>;

export function maySeeStudentsOf(grants: Grants, school: PolicySchool): boolean {
  return may(grants, 'students.list', school.districtId, [school.id]);
}

export function mayEditStudentsOf(grants: Grants, school: PolicySchool): boolean {
  return may(grants, 'student.change', school.districtId, [school.id]);
}

/** Makes and changes referrals of a school's students. */
export function mayReferStudentsOf(grants: Grants, school: PolicySchool): boolean {
  return may(grants, 'referrals.make', school.districtId, [school.id]);
}

export function mayForgetStudentsOf(grants: Grants, school: PolicySchool): boolean {
  return may(grants, 'student.forget', school.districtId, [school.id]);
}

export function mayExportStudentsOf(grants: Grants, school: PolicySchool): boolean {
  return may(grants, 'students.export', school.districtId, [school.id]);
}

/** Families and students of age see who has read a record; `today` as "YYYY-MM-DD". */
export function maySeeReaders(grants: Grants, student: PolicyStudent, today: string): boolean {
  const who = { id: '', active: true, grants };
  return decide(who, 'access-record.read', studentResource(student, today)).allowed;
}

/** The student's plan; `today` as "YYYY-MM-DD". */
export function mayReadPlanOf(grants: Grants, student: PolicyStudent, today: string): boolean {
  const who = { id: '', active: true, grants };
  return decide(who, 'opportunity-plan.read', studentResource(student, today)).allowed;
}

/** How the student is, month by month. */
export function mayReadReviewsOf(grants: Grants, student: PolicyStudent, today: string): boolean {
  const who = { id: '', active: true, grants };
  return decide(who, 'reviews.read', studentResource(student, today)).allowed;
}

export function mayListPlansDueOf(grants: Grants, school: PolicySchool): boolean {
  return may(grants, 'opportunity-plans.due', school.districtId, [school.id]);
}

/** Who holds a right over the student is asked by the server; here the roles are enough. */
export function mayReadConsentsOf(grants: Grants, school: PolicySchool, studentId: string): boolean {
  const resource = { districtId: school.districtId, schoolIds: [school.id], studentIds: [studentId] };
  const who = { id: '', active: true, grants };
  return (['family', 'student'] as const).some(
    (rightsHeldBy) => decide(who, 'consents.read', { ...resource, rightsHeldBy }).allowed,
  );
}

export function mayMatchSchool(grants: Grants, school: PolicySchool): boolean {
  return may(grants, 'matches.run', school.districtId, [school.id]);
}

export function mayChangeWeights(grants: Grants, districtId: string): boolean {
  return may(grants, 'weights.change', districtId, []);
}

export function mayChangeDistrictRules(grants: Grants, districtId: string): boolean {
  return may(grants, 'district-rules.change', districtId, []);
}

export function mayMatchDistrict(grants: Grants, districtId: string | undefined): boolean {
  return may(grants, 'matches.run', districtId, []);
}

export function mayPlanSchool(grants: Grants, school: PolicySchool): boolean {
  return may(grants, 'plans.run', school.districtId, [school.id]);
}

export function mayPlanDistrict(grants: Grants, districtId: string | undefined): boolean {
  return may(grants, 'plans.run', districtId, []);
}

/** All of the schools, or the whole district where none is named. */
export function mayChangeAgreements(
  grants: Grants,
  districtId: string | undefined,
  schoolIds: string[],
): boolean {
  return may(grants, 'agreements.change', districtId, schoolIds);
}

export function mayChangeApprovals(grants: Grants, districtId: string): boolean {
  return may(grants, 'approvals.change', districtId, []);
}

export function mayEditSurveyOf(grants: Grants, districtId: string, schoolIds: readonly string[]): boolean {
  return may(grants, 'surveys.edit', districtId, [...schoolIds]);
}

/** Who asked by name, and whose record it is, is for who looks after the students of one of the schools. */
export function mayReadSurveyNames(
  grants: Grants,
  districtId: string,
  schoolIds: readonly string[],
): boolean {
  return schoolIds.some((id) => may(grants, 'survey-names.read', districtId, [id]));
}

function may(grants: Grants, action: Action, districtId: string | undefined, schoolIds: string[]): boolean {
  return decide({ id: '', active: true, grants }, action, { districtId, schoolIds }).allowed;
}
