import type { Role, RoleGrant } from '../../../core/accounts/role.ts';

/*
 * Which controls a person is shown. The server decides by itself; this only keeps buttons away that would be refused.
 */
type Grants = readonly RoleGrant[];

export function maySeeStudentsOf(grants: Grants, schoolId: string): boolean {
  return leads(grants) || worksAt(grants, ['coordinator', 'staff'], schoolId);
}

export function mayEditStudentsOf(grants: Grants, schoolId: string): boolean {
  return grants.some(({ role }) => role === 'administrator') || worksAt(grants, ['coordinator'], schoolId);
}

export function mayMatchSchool(grants: Grants, schoolId: string): boolean {
  return leads(grants) || worksAt(grants, ['coordinator'], schoolId);
}

export function mayMatchDistrict(grants: Grants): boolean {
  return leads(grants);
}

function leads(grants: Grants): boolean {
  return grants.some(({ role }) => role === 'administrator' || role === 'district-leader');
}

function worksAt(grants: Grants, roles: readonly Role[], schoolId: string): boolean {
  return grants.some((grant) => roles.includes(grant.role) && grant.schoolIds.includes(schoolId));
}
