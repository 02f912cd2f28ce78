import type { Connection } from 'mongoose';
import { openOffers, roofOf } from '../../core/co-location/site.ts';
import type { PlacedStudent } from '../../core/privacy/shared-figures.ts';
import { readOffersById } from '../directory/directory-store.ts';
import { placementsAt } from '../plans/placement-store.ts';

/**
 * Who has a place at which service, where everybody may know where that service is: from a plan, or from a referral that
 * was accepted, which holds a place until it ends without one (server/referrals/hold-place.ts).
 */
export async function readPlaced(db: Connection): Promise<PlacedStudent[]> {
  const placements = await placementsAt(db);
  const offers = await readOffersById(db, [...new Set(placements.map(({ offerId }) => offerId))]);
  const roofs = new Map(openOffers(offers).map((offer) => [offer.id, roofOf(offer)]));
  return placements.flatMap(({ studentId, term, serviceId, offerId }) => {
    const roof = roofs.get(offerId);
    return roof === undefined ? [] : [{ studentId, term, serviceId, roof }];
  });
}
