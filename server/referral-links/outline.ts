import type { ReferralState } from '../../core/referrals/referral-state.ts';
import type { Deps } from '../deps.ts';
import { readOrganization, readService } from '../directory/directory-store.ts';
import { readSchool } from '../schools/school-store.ts';
import type { GivenReferral } from './given-referral.ts';
import { whoHears } from './who-hears.ts';

/** How a request stands for the partner: it waits, was answered, or the school has ended it. */
export type AnswerStatus = 'waiting' | 'yes' | 'no' | 'over';

const STATUS: Record<ReferralState, AnswerStatus> = {
  draft: 'over',
  requested: 'waiting',
  received: 'waiting',
  accepted: 'yes',
  'in-progress': 'yes',
  'on-hold': 'yes',
  completed: 'yes',
  failed: 'yes',
  rejected: 'no',
  cancelled: 'over',
};

/** Who asks whom, and how it stands: nothing of the student. Whoever opens a link sees this first. */
export async function outlineOf(
  deps: Pick<Deps, 'db' | 'config' | 'clock'>,
  { referral, link }: GivenReferral,
) {
  const [organization, service, school, [contact]] = await Promise.all([
    readOrganization(deps.db, referral.organizationId),
    readService(deps.db, referral.serviceId),
    readSchool(deps.db, referral.schoolId),
    whoHears(deps, referral),
  ]);
  return {
    status: STATUS[referral.state],
    organization: organization?.name ?? '',
    service: service?.name ?? '',
    school: {
      name: school?.name ?? '',
      ...(school?.phone !== undefined && { phone: school.phone }),
    },
    ...(contact && { contact: { name: contact.name, email: contact.email } }),
    changedAt: referral.stateAt,
    ...(referral.dueAt !== undefined && { answerBy: referral.dueAt }),
    expiresAt: link.expiresAt.toISOString(),
  };
}
