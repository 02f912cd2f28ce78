import type { Connection } from 'mongoose';
import type { Referral } from '../../core/referrals/referral.ts';
import type { Deps } from '../deps.ts';
import { readOffersById } from '../directory/directory-store.ts';
import { AppError } from '../http/app-error.ts';
import { needOf } from '../plans/open-rows.ts';
import { endPlacements, placementsOfNeeds } from '../plans/placement-store.ts';
import type { PlacementRecord } from '../plans/plan-collections.ts';
import { takePlaces } from '../plans/take-places.ts';

type Asked = Pick<Deps, 'db' | 'rules'>;

/**
 * Takes a place for a referral that is about to be accepted; a place that a plan gave it is that place. True where this
 * took one.
 * @throws AppError 409 `full`, `has-place`, `offer-gone`
 */
export async function holdPlace(
  { db, rules }: Asked,
  referral: Referral,
  by: { accountId?: string | undefined; now: Date },
): Promise<boolean> {
  const [offer] = await readOffersById(db, [referral.offerId]);
  if (!offer) throw refused('offer-gone', 'This service is no longer in the directory.');
  const wanted = placementOf(referral, by);
  const { placed, conflicts } = await takePlaces(db, rules.placement, new Map([[offer.id, offer]]), [wanted]);
  if (placed.length > 0) return true;
  const held = (await placementsOfNeeds(db, [wanted.id])).get(wanted.id);
  if (held?.offerId === referral.offerId) return false;
  if (held) throw refused('has-place', 'The student has a place for this somewhere else.');
  const code = conflicts[0]?.code === 'full' ? 'full' : 'changed';
  throw refused(code, code === 'full' ? 'No place is free any more.' : 'Others changed this. Try again.');
}

type Holding = Pick<Referral, 'id' | 'studentId' | 'term' | 'wish' | 'offerId' | 'reason'>;

/** Gives the place back. One that a plan gave stays with the plan where only the referral was taken back. */
export function givePlaceBack({ db }: Pick<Asked, 'db'>, referral: Holding): Promise<void> {
  return givePlacesBack(db, [referral]);
}

/** The same for several at once. */
export async function givePlacesBack(db: Connection, referrals: readonly Holding[]): Promise<void> {
  const held = await placementsOfNeeds(db, referrals.map(placementId));
  const given = referrals.flatMap((referral) => {
    const place = held.get(placementId(referral));
    if (!place || place.offerId !== referral.offerId) return [];
    return place.referralId !== referral.id && referral.reason === 'taken-back' ? [] : [place];
  });
  await endPlacements(db, given);
}

function placementOf(
  referral: Referral,
  { accountId, now }: { accountId?: string | undefined; now: Date },
): PlacementRecord {
  const { studentId, term, schoolId, offerId, serviceId, way } = referral;
  return {
    id: placementId(referral),
    studentId,
    term,
    schoolId,
    offerId,
    serviceId,
    ...(way ?? { score: 0, minutes: 0, mode: 'walk', from: 'school' }),
    referralId: referral.id,
    ...(accountId !== undefined && { accountId }),
    at: now.toISOString(),
  };
}

/** A need's place is the one that plans know; an interest of the same term has one of its own. */
function placementId({ wish, ...need }: Pick<Referral, 'studentId' | 'term' | 'wish'>): string {
  return wish === 'need' ? needOf(need) : `${needOf(need)}:interest`;
}

function refused(code: string, message: string): AppError {
  return new AppError(409, code, `${message} Nothing was changed.`);
}
