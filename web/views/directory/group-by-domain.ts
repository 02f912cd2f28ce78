import { DOMAIN_IDS, type DomainId } from '../../../core/taxonomy/term.ts';
import type { OfferView } from '../../api/offers.ts';

/** What is at a place, by domain in their order; what has none comes last. */
export function groupByDomain(
  offers: readonly OfferView[],
): { domain: DomainId | null; offers: OfferView[] }[] {
  const order: (DomainId | null)[] = [...DOMAIN_IDS, null];
  return order
    .map((domain) => ({
      domain,
      offers: offers
        .filter((offer) => offer.domain === domain)
        .sort((a, b) => a.serviceName.localeCompare(b.serviceName)),
    }))
    .filter((group) => group.offers.length > 0);
}
