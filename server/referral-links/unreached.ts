import type { Referral } from '../../core/referrals/referral.ts';
import { isUnanswered } from '../../core/referrals/referral-state.ts';
import type { Deps } from '../deps.ts';
import { readOrganizations, readServices } from '../directory/directory-store.ts';
import { partnerAddress } from './partner-address.ts';

type Asked = Pick<Referral, 'id' | 'state' | 'organizationId' | 'serviceId' | 'handedOverAt'>;

/** Why a partner that was asked has not been written to. */
export type Unreached = 'no-mail' | 'no-address';

/**
 * Of referrals that wait for an answer those whose partner nobody has written to, by id: no mail is set up, or nobody
 * has told an address. One that was handed over on paper is not among them. Three round trips at most.
 */
export async function unreachedOf(
  { config, db }: Pick<Deps, 'config' | 'db'>,
  referrals: readonly Asked[],
): Promise<Map<string, Unreached>> {
  const waiting = referrals.filter(
    ({ state, handedOverAt }) => isUnanswered(state) && handedOverAt === undefined,
  );
  if (waiting.length === 0) return new Map();
  const [organizations, services] = await Promise.all([
    readOrganizations(
      db,
      waiting.map(({ organizationId }) => organizationId),
    ),
    readServices(
      db,
      waiting.map(({ serviceId }) => serviceId),
    ),
  ]);
  const byOrganization = new Map(organizations.map((one) => [one.id, one]));
  const byService = new Map(services.map((one) => [one.id, one]));
  return new Map(
    waiting.flatMap(({ id, organizationId, serviceId }): [string, Unreached][] => {
      const organization = byOrganization.get(organizationId);
      const hasAddress = organization && partnerAddress(organization, byService.get(serviceId));
      if (!hasAddress) return [[id, 'no-address']];
      return config.mail === null ? [[id, 'no-mail']] : [];
    }),
  );
}
