import { roundMinutes } from '../travel/trip.ts';
import type { Court } from './judge-offer.ts';
import { judgeTerm } from './judge-term.ts';
import type { Match, MatchingRules } from './match.ts';
import { rankedOffer } from './rank-offers.ts';
import type { TermReach } from './term-reach.ts';
import type { Wish } from './wishes.ts';

/** An offer that no limit removed: what a plan may choose. */
export interface EligibleOffer extends Pick<Match, 'minutes' | 'mode' | 'from'> {
  /** Position in the matcher's `offerIds`. */
  offer: number;
  /** The match's score as a whole number, 0 to 10,000. */
  score: number;
}

/** A need with every offer that it could take, by position. */
export interface EligibleNeed {
  term: string;
  urgency: number;
  offers: EligibleOffer[];
}

/** All offers that are left for a wish, judged and scored as its matches are; not only the best. */
export function eligibleOffers(
  wish: Wish,
  term: TermReach,
  court: Court,
  rules: MatchingRules,
): EligibleOffer[] {
  const eligible: EligibleOffer[] = [];
  judgeTerm(court, term, (candidate, journey) => {
    const { score } = rankedOffer(wish, candidate, journey, court, rules);
    eligible.push({
      offer: candidate.offer,
      score: Math.round(score * 10_000),
      minutes: roundMinutes(journey.minutes),
      mode: journey.mode,
      from: journey.from,
    });
  });
  return eligible.sort((a, b) => a.offer - b.offer);
}
