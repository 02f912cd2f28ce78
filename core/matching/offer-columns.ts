import type { Eligibility } from '../directory/service.ts';
import type { Area, Position } from '../geo/point.ts';
import { type SpherePoints, spherePoints } from '../geo/sphere-points.ts';
import { isOnEarth } from './is-on-earth.ts';
import type { MatchOffer } from './match-input.ts';
import { type Timetable, timetableOf } from './timetable.ts';

/** Values that many offers share, kept once: `of[i]` is the place of offer i's value in `values`. */
export interface Shared<T> {
  values: readonly T[];
  of: Uint32Array;
}

export interface AccessRules {
  eligibility: Eligibility;
  areas: readonly Area[];
}

/**
 * The offers that can be matched, as columns by position. Positions follow the ids, so that a lower position
 * wins a tie. What a student is asked about is shared: the question is answered once a student and value.
 */
export interface OfferColumns {
  offers: readonly MatchOffer[];
  points: SpherePoints;
  /** Null where not known. */
  hours: Shared<Timetable | null>;
  access: Shared<AccessRules>;
  languages: Shared<readonly string[]>;
  organizations: Shared<string>;
}

/** An offer without a public point cannot be reached as far as anybody may know: it is no candidate. */
export function offerColumns(all: readonly MatchOffer[]): OfferColumns {
  const offers = all
    .filter(
      ({ point, confidentiality }) => confidentiality === 'public' && point && isOnEarth(point.coordinates),
    )
    .sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
  return {
    offers,
    points: spherePoints(offers.map((offer) => offer.point?.coordinates as Position)),
    hours: share(offers, timetableOf),
    access: share(offers, accessOf),
    languages: share(offers, (offer) => [...new Set(offer.languages)].sort()),
    organizations: share(offers, (offer) => offer.organizationId),
  };
}

/** Free text stands for itself only by being there, so that a thousand wordings stay one rule. */
function accessOf({ eligibility, residenceAreas }: MatchOffer): AccessRules {
  const description = eligibility.description?.trim() ? 'text' : '';
  const areas = eligibility.residenceRequired ? residenceAreas : [];
  return { eligibility: { ...eligibility, description }, areas };
}

function share<T>(offers: readonly MatchOffer[], valueIn: (offer: MatchOffer) => T): Shared<T> {
  const places = new Map<string, number>();
  const values: T[] = [];
  const of = Uint32Array.from(offers, (offer) => {
    const value = valueIn(offer);
    const key = JSON.stringify(value);
    const place = places.get(key) ?? values.push(value) - 1;
    places.set(key, place);
    return place;
  });
  return { values, of };
}
