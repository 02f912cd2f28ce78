import { ROLES, type Role, type RoleGrant } from '../../../core/accounts/role.ts';

/** What a role is held for: the district as a whole, some schools, organizations or students, or nothing in particular. */
export type ScopeKind = 'district' | 'schools' | 'organizations' | 'students' | 'none';

const SCOPES: Record<Role, ScopeKind> = {
  administrator: 'district',
  'district-leader': 'district',
  coordinator: 'schools',
  staff: 'schools',
  'community-leader': 'none',
  partner: 'organizations',
  family: 'students',
  student: 'students',
};

export function scopeOf(role: Role): ScopeKind {
  return SCOPES[role];
}

/** The roles from the frequent to the rare, so that the one that opens everything is chosen last. */
export const ROLES_TO_GIVE: readonly Role[] = [
  'coordinator',
  'staff',
  'family',
  'student',
  'partner',
  'community-leader',
  'district-leader',
  'administrator',
].filter((role): role is Role => (ROLES as readonly string[]).includes(role));

/** A role that nothing has been chosen for yet; a community leader is of no district. */
export function emptyGrant(role: Role, districtId: string | undefined): RoleGrant {
  const inDistrict = districtId !== undefined && role !== 'community-leader' && role !== 'partner';
  return {
    role,
    ...(inDistrict && { districtId }),
    schoolIds: [],
    organizationIds: [],
    studentIds: [],
  };
}

/** Whether a role lacks what it has to be held for. */
export function lacksScope({ role, schoolIds, organizationIds, studentIds }: RoleGrant): boolean {
  const kind = scopeOf(role);
  if (kind === 'schools') return schoolIds.length === 0;
  if (kind === 'organizations') return organizationIds.length === 0;
  return kind === 'students' && studentIds.length === 0;
}

export interface PersonDraft {
  name: string;
  email: string;
  language: string;
  grants: RoleGrant[];
  /** Said on purpose that an administrator is to be made. */
  administratorMeant: boolean;
}

export type DraftError =
  | 'person.nameMissing'
  | 'person.emailMissing'
  | 'person.scopeMissing'
  | 'person.administratorMissing';

/** What is still to be put right; `before` are the roles that the person has already. */
export function draftErrors(
  draft: PersonDraft,
  before: readonly RoleGrant[],
): Partial<Record<'name' | 'email' | 'grants', DraftError>> {
  const wasAdministrator = before.some(({ role }) => role === 'administrator');
  const becomes = !wasAdministrator && draft.grants.some(({ role }) => role === 'administrator');
  return {
    ...(!draft.name.trim() && { name: 'person.nameMissing' as const }),
    ...(!/^\S+@\S+\.\S+$/.test(draft.email.trim()) && { email: 'person.emailMissing' as const }),
    ...(draft.grants.some(lacksScope)
      ? { grants: 'person.scopeMissing' as const }
      : becomes && !draft.administratorMeant && { grants: 'person.administratorMissing' as const }),
  };
}
