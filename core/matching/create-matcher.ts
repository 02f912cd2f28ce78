import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { TravelRules } from '../travel/travel.ts';
import { roundMinutes } from '../travel/trip.ts';
import { type EligibleNeed, eligibleOffers } from './eligible-offers.ts';
import { type Court, courtFor, judgeOffer } from './judge-offer.ts';
import { judgeTerm } from './judge-term.ts';
import type { Match, MatchingRules, StudentMatches, WishMatches } from './match.ts';
import type { MatchOffer, MatchSchool, MatchStudent } from './match-input.ts';
import { nearestCandidate } from './nearest-candidate.ts';
import { offerColumns } from './offer-columns.ts';
import { insertRanked, type Ranked, rankedOffer } from './rank-offers.ts';
import { reasonsOf } from './reasons-of.ts';
import { roundFactors } from './score.ts';
import { studentViewer } from './student-view.ts';
import { termIndex } from './term-index.ts';
import { type TermReach, termReach } from './term-reach.ts';
import { type Wish, wishesOf } from './wishes.ts';

export { matchInputKey } from './match-input-key.ts';

export interface MatcherInput {
  offers: readonly MatchOffer[];
  schools: readonly MatchSchool[];
  taxonomy: Pick<Taxonomy, 'lineage'>;
  rules: MatchingRules;
  travel: TravelRules;
  /** ISO date. Only its month decides (ages). */
  today: string;
}

export interface Matcher {
  matchStudent(student: MatchStudent): StudentMatches;
  /** Each need of a student with every offer that passes the limits: what plans are made of. */
  eligible(student: MatchStudent): EligibleNeed[];
  /** Offers that can be matched, by position. */
  offerIds: readonly string[];
}

/**
 * Prepares the offers once; then matches one student after another.
 * The answer depends on nothing but the inputs, in whatever order their lists come.
 */
export function createMatcher({ offers, schools, taxonomy, rules, travel, today }: MatcherInput): Matcher {
  const columns = offerColumns(offers);
  const reach = termReach(columns, termIndex(columns.offers, taxonomy));
  const schoolById = new Map(schools.map((school) => [school.id, school]));
  const viewOf = studentViewer(columns, rules, today);

  function matchStudent(student: MatchStudent): StudentMatches {
    const court = courtFor(viewOf(student, schoolById.get(student.schoolId)), columns, travel);
    const wishes = wishesOf(student).map((wish) => matchWish(wish, court));
    return { studentId: student.id, schoolId: student.schoolId, wishes };
  }

  function eligible(student: MatchStudent): EligibleNeed[] {
    const court = courtFor(viewOf(student, schoolById.get(student.schoolId)), columns, travel);
    return wishesOf({ needs: student.needs, interests: [] }).map((wish) => {
      const offers = eligibleOffers(wish, reach(wish.term), court, rules);
      return { term: wish.term, urgency: wish.weight, offers };
    });
  }

  function matchWish(wish: Wish, court: Court): WishMatches {
    const term = reach(wish.term);
    const best: Ranked[] = [];
    const removed = judgeTerm(court, term, (candidate, journey) =>
      insertRanked(best, rankedOffer(wish, candidate, journey, court, rules), rules.matchesPerWish),
    );
    const matches = best.map((ranked, i) => toMatch(ranked, i + 1, court));
    const nearest = matches.length === 0 ? findNearest(term, court) : undefined;
    return { ...wish, matches, candidates: term.candidates.length, removed, ...(nearest && { nearest }) };
  }

  function toMatch({ candidate, journey, factors, score }: Ranked, rank: number, { view }: Court): Match {
    const offer = columns.offers[candidate.offer]!;
    const hours = columns.hours.values[columns.hours.of[candidate.offer]!] ?? null;
    return {
      offerId: offer.id,
      rank,
      score,
      minutes: roundMinutes(journey.minutes),
      mode: journey.mode,
      from: journey.from,
      factors: roundFactors(factors),
      reasons: reasonsOf({ offer, hours, candidate, journey, view, rules }),
    };
  }

  /** Without a match every candidate has met a limit, unless nobody knows where the student comes from. */
  function findNearest(term: TermReach, court: Court): WishMatches['nearest'] {
    const found = nearestCandidate(court, term);
    const limit = found && judgeOffer(court, found.offer);
    if (!found || typeof limit !== 'string') return undefined;
    const { minutes, mode } = found.trip;
    return { offerId: columns.offers[found.offer]!.id, minutes: roundMinutes(minutes), mode, limit };
  }

  return { matchStudent, eligible, offerIds: columns.offers.map(({ id }) => id) };
}
