import { z } from 'zod';

export const ROLES = [
  'administrator',
  'district-leader',
  'coordinator',
  'staff',
  'community-leader',
  'partner',
  'family',
  'student',
] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** What a role is held for: the ids that it opens. Roles that open everything of their kind leave them empty. */
export const RoleGrant = z.object({
  role: Role,
  districtId: z.string().optional(),
  schoolIds: z.array(z.string()).default([]),
  organizationIds: z.array(z.string()).default([]),
  studentIds: z.array(z.string()).default([]),
});
export type RoleGrant = z.infer<typeof RoleGrant>;
