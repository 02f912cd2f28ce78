import { randomUUID } from 'node:crypto';
import { nextBest } from '../../core/referrals/next-best.ts';
import { openKeyOf, type Referral } from '../../core/referrals/referral.ts';
import type { Deps } from '../deps.ts';
import { readOffersById } from '../directory/directory-store.ts';
import type { OfferRecord } from '../directory/offer-collection.ts';
import { currentWishes } from '../matches/match-store.ts';
import { newDraft } from '../referrals/new-referral.ts';
import type { ReferralRecord } from '../referrals/referral-collection.ts';
import { listReferrals } from '../referrals/referral-store.ts';

/**
 * For each of these referrals a draft to the next best match, where there is one that was not tried before for the same
 * wish. One that has its draft already gets no other.
 */
export async function nextDrafts(
  deps: Pick<Deps, 'db' | 'sealing' | 'clock'>,
  ended: readonly Referral[],
  closed: ReadonlySet<string>,
): Promise<Omit<ReferralRecord, 'openKey'>[]> {
  const studentIds = [...new Set(ended.map(({ studentId }) => studentId))];
  const [wishes, all] = await Promise.all([
    currentWishes(deps, studentIds),
    listReferrals(deps.db, { studentIds }),
  ]);
  const matched = [...wishes.values()].flat().flatMap(({ matches }) => matches);
  const found = await readOffersById(deps.db, [...new Set(matched.map(({ offerId }) => offerId))]);
  const offers = new Map(found.map((offer) => [offer.id, offer]));
  const replaced = new Set(all.map(({ instead }) => instead));
  const tried = new Set(all.map(openKeyOf));
  return ended.flatMap((referral) => {
    if (replaced.has(referral.id)) return [];
    const match = nextBest(referral, wishes.get(referral.studentId) ?? [], (offerId) => {
      const serviceId = offers.get(offerId)?.serviceId;
      return (
        serviceId !== undefined && !closed.has(serviceId) && !tried.has(openKeyOf({ ...referral, serviceId }))
      );
    });
    const offer = match && offers.get(match.offerId);
    return match && offer ? [draftOf(referral, offer, match, deps.clock())] : [];
  });
}

function draftOf(
  { id: instead, studentId, term, wish, urgency, createdBy }: Referral,
  { id: offerId, serviceId, organizationId }: OfferRecord,
  { score, minutes, mode, from }: NonNullable<Referral['way']>,
  now: Date,
): Omit<ReferralRecord, 'openKey'> {
  return {
    ...newDraft(createdBy, now),
    id: randomUUID(),
    studentId,
    organizationId,
    serviceId,
    offerId,
    term,
    wish,
    ...(urgency !== undefined && { urgency }),
    source: { kind: 'match' },
    instead,
    way: { score, minutes, mode, from },
  };
}
