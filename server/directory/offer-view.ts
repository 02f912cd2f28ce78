import type { LocalMoment } from '../../core/directory/local-moment.ts';
import type { Offer } from '../../core/directory/offer.ts';
import type { OfferView } from '../../core/directory/offer-view.ts';
import { greatCircleKm } from '../../core/geo/great-circle-km.ts';
import type { Position } from '../../core/geo/point.ts';
import { openAt } from '../../core/schedule/weekly-spans.ts';
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts';
import type { DomainId } from '../../core/taxonomy/term.ts';
import { type ModeRule, travelMinutes } from '../../core/travel/travel.ts';

export interface ViewContext {
  taxonomy: Taxonomy;
  /** Now, at the district. */
  moment: LocalMoment;
  /** Where the asker starts, and how they travel. */
  from?: { origin: Position; rule: ModeRule } | undefined;
}

/** The one place where an offer becomes what people see: nothing that tells where a confidential one is gets through. */
export function viewOffer(offer: Offer, { taxonomy, moment, from }: ViewContext): OfferView {
  const {
    words: _w,
    residenceAreas: _r,
    timetables: _t,
    locationId,
    point,
    address,
    ...open
  } = omitKeys(offer);
  const isPublic = offer.confidentiality === 'public';
  return {
    ...open,
    ...(isPublic && { locationId }),
    ...(isPublic && point && { point, ...distance(point.coordinates, from) }),
    ...(isPublic && address !== undefined && { address }),
    openNow: offer.hoursKnown ? openAt(offer.hours, moment.day, moment.time) : null,
    domain: domainOf(offer.terms, taxonomy),
  };
}

/** The domain by which an offer is coloured and sorted: that of its first term. */
export function domainOf(terms: readonly string[], taxonomy: Taxonomy): DomainId | null {
  const [first] = terms;
  return (first !== undefined && taxonomy.domainOf(first)) || null;
}

function distance(point: Position, from: ViewContext['from']) {
  if (!from) return {};
  const km = greatCircleKm(from.origin, point);
  return { km: round(km, 2), minutes: round(travelMinutes(km, from.rule), 1) };
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

/** Fields that are kept for searching and rebuilding only (OfferRecord). */
function omitKeys(offer: Offer & { nameKey?: string; fingerprint?: string }): Offer {
  const { nameKey: _n, fingerprint: _f, ...rest } = offer;
  return rest;
}
