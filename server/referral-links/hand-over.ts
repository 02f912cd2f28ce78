import type { HandedLetter } from '../../core/referrals/handed-letter.ts';
import type { Referral, ReferralChange } from '../../core/referrals/referral.ts';
import { isUnanswered } from '../../core/referrals/referral-state.ts';
import type { Deps } from '../deps.ts';
import { readOrganization, readService } from '../directory/directory-store.ts';
import { answerBy, readCalendar } from '../district-rules/district-calendar.ts';
import { readReferral, writeChange } from '../referrals/referral-store.ts';
import { changed, mustBeCovered } from '../referrals/turn-referral.ts';
import { readSchool } from '../schools/school-store.ts';
import { answerAddress } from './answer-address.ts';
import { partnerLanguage } from './partner-address.ts';
import { referralLinkStore } from './referral-link-store.ts';

/**
 * Makes the partner's link for a person of the school to hand over, and notes it in the referral's history. The link is
 * as one that is mailed; one that was handed over before opens nothing from then on. The partner has as long to answer
 * as from a mail.
 * @throws AppError 409 `changed` (answered or ended), `no-consent`
 */
export async function handOver(deps: Deps, referral: Referral, accountId: string): Promise<HandedLetter> {
  const { id, state } = referral;
  if (!isUnanswered(state)) throw changed(state);
  await mustBeCovered(deps, referral);
  const now = deps.clock();
  const at = now.toISOString();
  const change: ReferralChange = { at, by: accountId, from: state, to: state, handedOver: true };
  const dueAt = answerBy(await readCalendar(deps, referral.districtId), now);
  if (!(await writeChange(deps.db, referral, change, { dueAt, handedOverAt: at })))
    throw changed((await readReferral(deps.db, id))?.state ?? 'cancelled');
  const { token, expiresAt } = await referralLinkStore(deps).issue(id, 'handed-over');
  const [organization, service, school] = await Promise.all([
    readOrganization(deps.db, referral.organizationId),
    readService(deps.db, referral.serviceId),
    readSchool(deps.db, referral.schoolId),
  ]);
  return {
    address: answerAddress(deps.config, token),
    organization: organization?.name ?? '',
    school: {
      name: school?.name ?? '',
      ...(school?.phone !== undefined && { phone: school.phone }),
    },
    expiresAt: expiresAt.toISOString(),
    language: partnerLanguage(service),
  };
}
