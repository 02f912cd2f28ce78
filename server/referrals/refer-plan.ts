import { randomUUID } from 'node:crypto';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Deps } from '../deps.ts';
import { readOffersById } from '../directory/directory-store.ts';
import type { OfferRecord } from '../directory/offer-collection.ts';
import { answerBy, readCalendar } from '../district-rules/district-calendar.ts';
import type { OpenRow, OpenRows } from '../plans/open-rows.ts';
import { newReferral } from './new-referral.ts';
import type { ReferralRecord } from './referral-collection.ts';
import { referralConsents } from './referral-consent.ts';
import { insertReferrals } from './referral-store.ts';

/** What became of the accepted rows of a plan. */
export interface PlanReferred {
  /** On their way to the partner. */
  sent: number;
  /** Drafts: no consent covers them yet. */
  waiting: number;
  /** Open already, by whatever way. */
  already: number;
  /** Their place has left the directory. */
  gone: number;
}

/** Refers every accepted row at once: a constant number of round trips. Done again, it refers what is new. */
export async function referPlan(
  deps: Pick<Deps, 'db' | 'rules' | 'sealing'>,
  { plan, rows }: Pick<OpenRows, 'plan' | 'rows'>,
  by: { accountId: string; now: Date },
): Promise<PlanReferred> {
  const accepted = rows.filter(({ state }) => state === 'accepted');
  const offers = await readOffersById(deps.db, [
    ...new Set(accepted.flatMap(({ record }) => record.offerId ?? [])),
  ]);
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  const wanted = accepted.flatMap((row) => {
    const offer = byId.get(row.record.offerId ?? '');
    return offer ? [wishOf(row, offer)] : [];
  });
  const consentFor = await referralConsents(deps, wanted, utcDay(by.now));
  const dueAt = answerBy(await readCalendar(deps, plan.districtId), by.now);
  const made = wanted.map((wish) => {
    const isCovered = consentFor(wish)?.missing.length === 0;
    return {
      ...newReferral({ ...by, isCovered, dueAt }),
      ...wish,
      id: randomUUID(),
      source: { kind: 'plan', id: plan.id },
    } satisfies Omit<ReferralRecord, 'openKey'>;
  });
  const kept = await insertReferrals(deps.db, made);
  const fresh = made.filter(({ id }) => kept.has(id));
  const sent = fresh.filter(({ state }) => state === 'requested').length;
  return {
    sent,
    waiting: fresh.length - sent,
    already: made.length - fresh.length,
    gone: accepted.length - made.length,
  };
}

function wishOf({ record }: OpenRow, { id: offerId, serviceId, organizationId }: OfferRecord) {
  const { studentId, term, urgency, score, minutes, mode, from } = record;
  const way =
    score !== undefined && minutes !== undefined && mode && from
      ? { way: { score, minutes, mode, from } }
      : {};
  return { studentId, term, urgency, wish: 'need' as const, organizationId, serviceId, offerId, ...way };
}
