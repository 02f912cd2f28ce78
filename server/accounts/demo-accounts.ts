import type { DemoAccount } from './upsert-demo-accounts.ts';

/** One password for all of them: they open nothing but invented data. */
export const DEMO_PASSWORD = 'trellis-demo';

/** What the demo accounts are held for. */
export interface DemoScopes {
  districtId: string;
  schoolId: string;
  organizationId: string;
  studentId: string;
}

const nothing = { schoolIds: [], organizationIds: [], studentIds: [] };

/** One person a role, so that a newcomer can see Trellis with each pair of eyes. */
export function demoAccounts({ districtId, schoolId, organizationId, studentId }: DemoScopes): DemoAccount[] {
  const people: [name: string, grant: NonNullable<DemoAccount['grants']>[number]][] = [
    ['Rosa Delgado', { role: 'coordinator', districtId, ...nothing, schoolIds: [schoolId] }],
    ['Walter Lindqvist', { role: 'district-leader', districtId, ...nothing }],
    ['Imani Brooks', { role: 'community-leader', ...nothing }],
    ['Dale Hutchins', { role: 'staff', districtId, ...nothing, schoolIds: [schoolId] }],
    ['Priya Raman', { role: 'partner', ...nothing, organizationIds: [organizationId] }],
    ['Lucía Ortega', { role: 'family', ...nothing, studentIds: [studentId] }],
    ['Sam Whitaker', { role: 'administrator', ...nothing }],
  ];
  return people.map(([name, grant]) => ({
    email: `${grant.role}@demo.example`,
    name,
    language: 'en' as const,
    grants: [grant],
    password: DEMO_PASSWORD,
  }));
}
