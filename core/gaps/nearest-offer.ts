import type { Offer } from '../directory/offer.ts';
import { kdTree } from '../geo/k-d-tree.ts';
import { nearestInTree } from '../geo/nearest-in-tree.ts';
import type { Position } from '../geo/point.ts';
import { spherePoints } from '../geo/sphere-points.ts';
import { type ModeRule, travelMinutes } from '../travel/travel.ts';

/** What gaps read of an offer; whole offers fit. */
export type GapOffer = Pick<Offer, 'id' | 'confidentiality' | 'point' | 'terms'>;

/** The nearest offer; minutes are not bounded by the mode's maximum. */
export interface Nearest {
  offerId: string;
  minutes: number;
}

/** Offers of the terms that have a public point, by id: from any other no distance may be told. */
export function offersOf<T extends GapOffer>(offers: readonly T[], terms: ReadonlySet<string>): T[] {
  return offers
    .filter(({ point, confidentiality }) => point && confidentiality === 'public')
    .filter((offer) => offer.terms.some((term) => terms.has(term)))
    .sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}

/** Finds the nearest of `offers` (sorted by id: of equally near ones the first) by one mode. */
export function nearestFinder(
  offers: readonly Pick<GapOffer, 'id' | 'point'>[],
  rule: ModeRule,
): (origin: Position | undefined) => Nearest | undefined {
  const points = spherePoints(offers.map((offer) => offer.point?.coordinates as Position));
  const tree = kdTree(points);
  return (origin) => {
    const found = origin && nearestInTree(tree, points, origin);
    return found && { offerId: offers[found.index]!.id, minutes: travelMinutes(found.km, rule) };
  };
}
