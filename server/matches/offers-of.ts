import { localMoment } from '../../core/directory/local-moment.ts';
import type { OfferView } from '../../core/directory/offer-view.ts';
import type { Deps } from '../deps.ts';
import { readOffersById } from '../directory/directory-store.ts';
import { viewOffer } from '../directory/offer-view.ts';
import { readDistrict } from '../settings/district-store.ts';

/** The offers that an answer about a student names, by id. One that has left the directory is not among them. */
export async function offersOf(
  { db, rules }: Pick<Deps, 'db' | 'rules'>,
  { districtId }: { districtId: string },
  ids: readonly string[],
  now: Date,
): Promise<Record<string, OfferView>> {
  const [offers, district] = await Promise.all([
    readOffersById(db, [...new Set(ids)]),
    readDistrict(db, districtId),
  ]);
  const context = { taxonomy: rules.taxonomy, moment: localMoment(now, district?.timezone ?? 'UTC') };
  return Object.fromEntries(offers.map((offer) => [offer.id, viewOffer(offer, context)]));
}
