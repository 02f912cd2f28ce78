import type { NamedStudent } from '../../core/students/student-identity.ts';
import type { Deps } from '../../server/deps.ts';
import { type OfferRecord, offers } from '../../server/directory/offer-collection.ts';
import { answerBy, readCalendar } from '../../server/district-rules/district-calendar.ts';
import { namedUuid } from '../../server/imports/record-id.ts';
import { newReferral } from '../../server/referrals/new-referral.ts';
import { insertReferrals } from '../../server/referrals/referral-store.ts';
import { turnReferral } from '../../server/referrals/turn-referral.ts';
import { fromStored, model, type Stored } from '../../server/store/collection.ts';
import { signDemoConsent } from './demo-consent.ts';
import type { DemoReferral } from './demo-plan-stories.ts';

const DAY_MS = 86_400_000;
/** A family agrees some days before its child is referred. */
const CONSENT_BEFORE = 2;

/** Sends a story's referral under a consent of its own, and has it answered on the days that the story says. */
export async function sendDemoReferral(
  deps: Deps,
  student: NamedStudent,
  accountId: string,
  { term, wish, service, location, sent, turns = [] }: DemoReferral,
): Promise<{ id: string; offerId: string }> {
  const offer = await offerNamed(deps, service, location);
  const daysAgo = (days: number): Deps => {
    const now = new Date(deps.clock().getTime() - days * DAY_MS);
    return { ...deps, clock: () => now };
  };
  const id = namedUuid(['demo referral', student.localId, term]);
  const now = daysAgo(sent ?? 1).clock();
  if (sent !== undefined)
    await signDemoConsent(daysAgo(sent + CONSENT_BEFORE), student, accountId, {
      records: ['name', 'contacts', wish === 'need' ? 'needs' : 'interests'],
      organizationId: offer.organizationId,
      language: 'en',
    });
  const dueAt = answerBy(await readCalendar(deps, student.districtId), now);
  const urgency = wish === 'need' && student.needs.find((need) => need.term === term)?.urgency;
  await insertReferrals(deps.db, [
    {
      ...newReferral({ accountId, now, isCovered: sent !== undefined, dueAt }),
      id,
      studentId: student.id,
      organizationId: offer.organizationId,
      serviceId: offer.serviceId,
      offerId: offer.id,
      term,
      wish,
      ...(urgency && { urgency }),
      source: { kind: 'hand' },
    },
  ]);
  for (const { to, ago, by, ...said } of turns) {
    const who = by === 'partner' ? 'partner-link' : accountId;
    await turnReferral(daysAgo(ago), id, { to, by: { party: by, id: who }, ...said });
  }
  return { id, offerId: offer.id };
}

async function offerNamed({ db }: Deps, serviceName: string, locationName: string): Promise<OfferRecord> {
  const found = await model<OfferRecord>(db, offers)
    .findOne({ serviceName, locationName } as object)
    .lean<Stored<OfferRecord>>();
  if (!found) throw new Error(`the demo has no ${serviceName} at ${locationName}`);
  return fromStored<OfferRecord>(found);
}
