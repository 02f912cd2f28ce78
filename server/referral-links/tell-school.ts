import type { Referral } from '../../core/referrals/referral.ts';
import type { Deps } from '../deps.ts';
import { namedUuid } from '../imports/record-id.ts';
import { mailStore } from '../mail/mail-store.ts';
import { whoHears } from './who-hears.ts';

type Told = 'referral-answered' | 'referral-asked' | 'referral-unanswered' | 'referral-closed';

/**
 * Writes to whoever looks after a referral that something waits. `when` names an hour or a day: within it one mail of a
 * kind is enough for a person, and none is written twice, whatever process died in between.
 */
export async function tellSchool(deps: Deps, kind: Told, referral: Referral, when: string): Promise<void> {
  if (deps.config.mail === null) return;
  for (const { id } of await whoHears(deps, referral))
    await mailStore(deps).post(
      kind,
      { accountId: id },
      {
        id: namedUuid(['mail', kind, id, when]),
        ...(kind === 'referral-unanswered' && { quietIn: referral.districtId }),
      },
    );
}
