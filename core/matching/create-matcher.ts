import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { TravelRules } from '../travel/travel.ts';
import { roundMinutes } from '../travel/trip.ts';
import { type Journey, type Judge, judgeFor } from './judge-offer.ts';
import type { Limit, Match, MatchingRules, StudentMatches, WishMatches } from './match.ts';
import type { MatchOffer, MatchSchool, MatchStudent } from './match-input.ts';
import { offerColumns } from './offer-columns.ts';
import { insertRanked, type Ranked, rankedOffer } from './rank-offers.ts';
import { reasonsOf } from './reasons-of.ts';
import { roundTo4 } from './score.ts';
import { type StudentView, studentView } from './student-view.ts';
import { type Candidate, termIndex } from './term-index.ts';
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
}

/**
 * Prepares the offers once; then matches one student after another.
 * The answer depends on nothing but the inputs, in whatever order their lists come.
 */
export function createMatcher({ offers, schools, taxonomy, rules, travel, today }: MatcherInput): Matcher {
  const columns = offerColumns(offers);
  const index = termIndex(columns.offers, taxonomy);
  const schoolById = new Map(schools.map((school) => [school.id, school]));
  const context = { columns, rules, today };

  function matchStudent(student: MatchStudent): StudentMatches {
    const view = studentView(student, schoolById.get(student.schoolId), context);
    const judge = judgeFor(view, columns, travel);
    const wishes = wishesOf(student).map((wish) => matchWish(wish, view, judge));
    return { studentId: student.id, schoolId: student.schoolId, wishes };
  }

  function matchWish(wish: Wish, view: StudentView, judge: Judge): WishMatches {
    const candidates = index.candidates(wish.term);
    const removed: Partial<Record<Limit, number>> = {};
    const best: Ranked[] = [];
    for (const candidate of candidates) {
      const { limit, journey } = judge.judge(candidate.offer);
      if (limit) removed[limit] = (removed[limit] ?? 0) + 1;
      if (journey)
        insertRanked(best, rankedOffer(wish, candidate, journey, view, context), rules.matchesPerWish);
    }
    const matches = best.map((ranked, i) => toMatch(ranked, i + 1, view));
    const nearest = matches.length === 0 ? findNearest(candidates, judge) : undefined;
    return { ...wish, matches, candidates: candidates.length, removed, ...(nearest && { nearest }) };
  }

  function toMatch({ candidate, journey, factors, score }: Ranked, rank: number, view: StudentView): Match {
    const offer = columns.offers[candidate.offer]!;
    return {
      offerId: offer.id,
      rank,
      score,
      minutes: roundMinutes(journey.minutes),
      mode: journey.mode,
      from: journey.from,
      factors: mapFactors(factors),
      reasons: reasonsOf({ offer, candidate, journey, view, rules, today }),
    };
  }

  /** By minutes, then id. Without a match each candidate has met a limit, unless nobody knows where it is from. */
  function findNearest(candidates: readonly Candidate[], judge: Judge): WishMatches['nearest'] {
    let best: { offer: number; journey: Journey } | undefined;
    for (const { offer } of candidates) {
      const journey = judge.fastest(offer);
      if (journey && (!best || journey.minutes < best.journey.minutes)) best = { offer, journey };
    }
    const limit = best && judge.judge(best.offer).limit;
    if (!best || !limit) return undefined;
    const { minutes, mode } = best.journey;
    return { offerId: columns.offers[best.offer]!.id, minutes: roundMinutes(minutes), mode, limit };
  }

  return { matchStudent };
}

function mapFactors(factors: Ranked['factors']): Match['factors'] {
  return Object.fromEntries(
    Object.entries(factors).map(([factor, value]) => [factor, roundTo4(value)]),
  ) as Match['factors'];
}
