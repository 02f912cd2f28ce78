import { isGivenOpenly, isShown, veiledLocation } from '../../core/directory/confidential.ts';
import type { Location } from '../../core/directory/service.ts';
import { DOMAIN_IDS, type DomainId } from '../../core/taxonomy/term.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import { readLocation, readOffers } from './directory-store.ts';
import { nearestByDomain } from './nearest-by-domain.ts';
import type { OfferRecord } from './offer-collection.ts';
import { viewOffer } from './offer-view.ts';
import { readServicesThere } from './read-secret-places.ts';
import { viewContext } from './view-context.ts';

/** A neighbourhood reaches one mile. */
const NEIGHBOURHOOD_KM = 1.609344;

/** The page of a site: what is given there, what is near and what is missing. One that must not be found is not there. */
export async function showSite(deps: Deps, clock: () => Date, asked: string) {
  const location = await readLocation(deps.db, asked);
  if (!location) throw notFound();
  const { id } = location;
  const [offers, servicesAt, context] = await Promise.all([
    readOffers(deps.db, { locationIds: [id] }),
    readServicesThere(deps.db, [id]),
    viewContext(deps, clock),
  ]);
  if (!isShown(location, offers, servicesAt(id))) throw notFound();
  const here = offers.filter((offer) => isGivenOpenly(offer, location));
  const around = await readNeighbours(deps, location);
  const missing = around
    ? DOMAIN_IDS.filter((domain) => !around[domain] && !here.some((offer) => isOf(offer, domain)))
    : [];
  return {
    location: location.confidentiality === 'public' ? location : veiledLocation(location),
    offers: here.map((offer) => viewOffer(offer, context)),
    neighbours: { radiusKm: NEIGHBOURHOOD_KM, domains: around ?? {} },
    missing,
  };
}

/** Offers of other sites nearby, by domain. Undefined where the place is not known, or not to be known. */
async function readNeighbours(
  { db }: Deps,
  { id, confidentiality, point }: Location,
): Promise<Partial<Record<DomainId, number>> | undefined> {
  if (confidentiality !== 'public' || !point) return undefined;
  const found = await nearestByDomain(db, point.coordinates, NEIGHBOURHOOD_KM, { locationId: { $ne: id } });
  return Object.fromEntries(found.map(({ domain, offers }) => [domain, offers]));
}

function isOf(offer: OfferRecord, domain: DomainId): boolean {
  return offer.termsAndAbove.includes(domain);
}
