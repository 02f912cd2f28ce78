import type { Referral } from '../../core/referrals/referral.ts';
import { readPeople } from '../audit/read-people.ts';
import type { Deps } from '../deps.ts';
import { readNamesOf } from '../directory/record-names.ts';
import { listSchools } from '../schools/school-store.ts';

/** What tells a partner of a referral and of no student: which service is asked, by whom, and where it stands. */
export type PartnerOutline = Pick<
  Referral,
  'id' | 'organizationId' | 'serviceId' | 'state' | 'stateAt' | 'dueAt' | 'reason' | 'outcome'
> & {
  serviceName: string;
  organizationName: string;
  from: { school: string; person: string };
};

/** In three round trips, however many they are. */
export async function outlineForPartner(
  { db }: Pick<Deps, 'db'>,
  referrals: readonly Referral[],
): Promise<PartnerOutline[]> {
  const [names, schools, people] = await Promise.all([
    readNamesOf(db, {
      serviceIds: referrals.map(({ serviceId }) => serviceId),
      organizationIds: referrals.map(({ organizationId }) => organizationId),
    }),
    listSchools(db),
    readPeople(
      db,
      referrals.map(({ createdBy }) => ({ kind: 'account', accountId: createdBy, roles: [] })),
    ),
  ]);
  const schoolNames = new Map(schools.map(({ id, name }) => [id, name]));
  return referrals.map((referral) => {
    const { id, organizationId, serviceId, state, stateAt, dueAt, reason, outcome } = referral;
    return {
      ...{ id, organizationId, serviceId, state, stateAt },
      ...(dueAt !== undefined && { dueAt }),
      ...(reason !== undefined && { reason }),
      ...(outcome !== undefined && { outcome }),
      serviceName: names.services.get(serviceId) ?? '',
      organizationName: names.organizations.get(organizationId) ?? '',
      from: {
        school: schoolNames.get(referral.schoolId) ?? '',
        person: people.get(referral.createdBy)?.name ?? '',
      },
    };
  });
}
