import { isUnanswered } from '../../core/referrals/referral-state.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Deps } from '../deps.ts';
import { readOrganization, readService } from '../directory/directory-store.ts';
import type { Letter as Mail } from '../mail/letter.ts';
import { lettersIn } from '../mail/letters-in.ts';
import type { MailRecord, PartnerMailKind } from '../mail/mail-collection.ts';
import { MailRefused, type Recipient } from '../mail/mail-transport.ts';
import { callOffWithout } from '../referrals/call-off.ts';
import { referralConsent } from '../referrals/referral-consent.ts';
import { readReferral } from '../referrals/referral-store.ts';
import { readSchool } from '../schools/school-store.ts';
import { answerAddress } from './answer-address.ts';
import { partnerAddress, partnerLanguage } from './partner-address.ts';
import { referralLinkStore } from './referral-link-store.ts';

/**
 * The mail that asks a partner, with a new link; undefined where the referral waits for no answer any more, or no live
 * consent lets the partner know of it at this moment.
 * @throws MailRefused where nobody has told an address
 */
export async function composeForPartner(
  deps: Deps,
  kind: PartnerMailKind,
  { id, letter }: NonNullable<MailRecord['referral']>,
): Promise<{ to: Recipient; letter: Mail } | undefined> {
  const referral = await readReferral(deps.db, id);
  if (!referral || !isUnanswered(referral.state)) return undefined;
  const consent = await referralConsent(deps, referral, utcDay(deps.clock()));
  if (!consent) return undefined;
  if (consent.missing.length > 0) {
    await callOffWithout(deps, referral, consent);
    return undefined;
  }
  const [organization, service, school] = await Promise.all([
    readOrganization(deps.db, referral.organizationId),
    readService(deps.db, referral.serviceId),
    readSchool(deps.db, referral.schoolId),
  ]);
  const to = organization && partnerAddress(organization, service);
  if (!to || !school) throw new MailRefused('no-address', true);
  const { token } = await referralLinkStore(deps).issue(id, letter);
  const facts = {
    name: to.name,
    school: school.name,
    url: answerAddress(deps.config, token),
    days: deps.rules.reminders.linkDays,
  };
  return { to, letter: lettersIn(partnerLanguage(service))[kind](facts) };
}
