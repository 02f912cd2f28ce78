import type { Disclosure } from '../../core/audit/entry.ts';
import { consentsFor, openRecords } from '../../core/consents/covers.ts';
import type { RecordCategory } from '../../core/consents/record-category.ts';
import { type SharedContent, sharedContent } from '../../core/consents/shared-content.ts';
import { neededRecord, type Referral, recordsFor } from '../../core/referrals/referral.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Deps } from '../deps.ts';
import { readOrganization } from '../directory/directory-store.ts';
import { studentSealer } from '../sealing/student-sealer.ts';
import { callOffWithout } from './call-off.ts';
import { referralConsent } from './referral-consent.ts';

type Asked = Omit<Deps, 'log' | 'redis' | 'jobListener'>;

/** What a partner may see of a referral at this moment. */
export interface SharedReferral {
  /** What the student is referred for; nothing of the student's other needs and interests. */
  wish: Pick<Referral, 'term' | 'wish' | 'urgency'>;
  content: Omit<SharedContent, 'needs' | 'interests' | 'matches'>;
  message?: string;
  open: RecordCategory[];
  /** For the log of accesses (34 CFR 99.32): to be written down before it is shown. */
  disclosure: Disclosure;
}

/**
 * The least data that live consents open, asked anew each time: before the answer what decides whether there is a place,
 * after a yes who it is. Undefined where nothing is open: not sent, ended, or no live consent covers it. An unanswered
 * referral whose consent has ended, and any whose consent was withdrawn, is called off by that.
 */
export async function sharedWithPartner(
  deps: Asked,
  referral: Referral,
): Promise<SharedReferral | undefined> {
  const asked = recordsFor(referral);
  if (asked.length === 0) return undefined;
  const day = utcDay(deps.clock());
  const consent = await referralConsent(deps, referral, day);
  if (!consent || consent.missing.length > 0) {
    if (consent) await callOffWithout(deps, referral, consent);
    return undefined;
  }
  const sealer = await studentSealer(deps, referral.studentId);
  if (!sealer) return undefined;
  const passing = { ...consent.passing, records: asked };
  const open = openRecords(consent.all, passing);
  const own = neededRecord(referral);
  const { term, wish, urgency, sealedMessage } = referral;
  const organization = await readOrganization(deps.db, referral.organizationId);
  const [consentId] = consentsFor(consent.all, passing).map(({ id }) => id);
  return {
    wish: { term, wish, ...(urgency !== undefined && { urgency }) },
    content: sharedContent(
      consent.student,
      [],
      open.filter((record) => record !== own),
    ),
    ...(sealedMessage !== undefined && { message: sealer.open(sealedMessage, messagePlace(referral.id)) }),
    open,
    disclosure: {
      recipient: {
        kind: 'organization',
        id: referral.organizationId,
        name: organization?.name ?? referral.organizationId,
      },
      records: open,
      purpose: passing.purpose,
      ...(consentId !== undefined && { consentId }),
    },
  };
}

/** Where the words to the partner lie sealed. */
export function messagePlace(id: string): string {
  return `referral/${id}/message`;
}
