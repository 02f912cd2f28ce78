import { roundMinutes } from '../travel/trip.ts';
import { type EligibleNeed, eligibleOffers } from './eligible-offers.ts';
import { type Court, judgeOffer } from './judge-offer.ts';
import { judgeTerm } from './judge-term.ts';
import type { StudentMatches, WishMatches } from './match.ts';
import type { MatchStudent } from './match-input.ts';
import { nearestCandidate } from './nearest-candidate.ts';
import { type MatcherInput, type PreparedMatching, prepareMatching } from './prepare-matching.ts';
import { insertRanked, type Ranked, rankedOffer } from './rank-offers.ts';
import type { TermReach } from './term-reach.ts';
import { toMatch } from './to-match.ts';
import { type Wish, wishesOf } from './wishes.ts';

export { matchInputKey } from './match-input-key.ts';
export type { MatcherInput } from './prepare-matching.ts';

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
export function createMatcher(input: MatcherInput): Matcher {
  return matcherOn(prepareMatching(input));
}

export function matcherOn(prepared: PreparedMatching): Matcher {
  const { columns, rules, reach, courtOf } = prepared;

  function matchStudent(student: MatchStudent): StudentMatches {
    const court = courtOf(student);
    const wishes = wishesOf(student).map((wish) => matchWish(wish, court));
    return { studentId: student.id, schoolId: student.schoolId, wishes };
  }

  function eligible(student: MatchStudent): EligibleNeed[] {
    const court = courtOf(student);
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
    const matches = best.map((ranked, i) => toMatch(ranked, i + 1, court, prepared));
    const nearest = matches.length === 0 ? findNearest(term, court) : undefined;
    return { ...wish, matches, candidates: term.candidates.length, removed, ...(nearest && { nearest }) };
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
