import type { Court } from './judge-offer.ts';
import { judgeTerm } from './judge-term.ts';
import { answerLimits, type LimitAnswer } from './limit-answers.ts';
import type { Limit, Match } from './match.ts';
import type { MatchStudent } from './match-input.ts';
import type { PreparedMatching } from './prepare-matching.ts';
import { compareRanked, type Ranked, rankedOffer } from './rank-offers.ts';
import type { Candidate, Fit } from './term-index.ts';
import { toMatch } from './to-match.ts';
import { type Wish, wishesOf } from './wishes.ts';

/**
 * `match`: no limit removes it · `limit`: one does · `other-kind`: it offers something else · `no-place`: where it is
 * may not be told, or nobody knows · `no-origin`: neither the school's place nor the home is known.
 */
export type PairOutcome = 'match' | 'limit' | 'other-kind' | 'no-place' | 'no-origin';

/** Why one offer is, or is not, a match for one wish of a student. */
export interface PairExplanation {
  wish: Wish;
  offerId: string;
  outcome: PairOutcome;
  /** The first that fails: the one under which the offer is counted. */
  limit?: Limit;
  /** How its term stands to the wished one; absent where it is another kind of help. */
  fit?: { fit: Fit; term: string };
  /** Every limit's answer, in the order in which they are asked. */
  limits: LimitAnswer[];
  /** How many offers are left for the wish, of which so many are shown. */
  passed: number;
  shown: number;
  /** The match that it is; where a limit removes it, the one that it would be if none did. */
  match?: Match;
  /** What it is measured by: the last match shown where it ranks behind, else the first; absent where it is that. */
  compared?: Pick<Match, 'offerId' | 'rank' | 'score' | 'factors'>;
}

/** Undefined where the student has no such wish. Judged as matches are, so it cannot say anything else than they do. */
export function explainPair(
  prepared: PreparedMatching,
  student: MatchStudent,
  term: string,
  offerId: string,
): PairExplanation | undefined {
  const wish = wishesOf(student).find((one) => one.term === term);
  if (!wish) return undefined;
  const { columns, rules, reach, courtOf } = prepared;
  const court = courtOf(student);
  const all = rankAll(prepared, wish, court);
  const counts = { passed: all.length, shown: Math.min(all.length, rules.matchesPerWish) };
  const offer = columns.offers.findIndex(({ id }) => id === offerId);
  if (offer < 0) return { wish, offerId, outcome: 'no-place', limits: [], ...counts };
  const { limits, journey } = answerLimits(prepared, court, offer);
  const candidate = reach(term).candidates.find((one) => one.offer === offer);
  const failed = limits.find(({ answer }) => answer === 'fails')?.limit;
  const limit = failed === 'conditions' ? undefined : failed;
  const known = { wish, offerId, limits, ...counts, ...(limit && { limit }) };
  if (!candidate) return { ...known, outcome: 'other-kind' };
  const fit = { fit: candidate.fit, term: candidate.term };
  if (!journey) return { ...known, outcome: limit ? 'limit' : 'no-origin', fit };
  const ranked = rankedOffer(wish, candidate, journey, court, rules);
  return {
    ...known,
    outcome: limit ? 'limit' : 'match',
    fit,
    ...placeAmong(all, ranked, counts.shown, (one, rank) => toMatch(one, rank, court, prepared)),
  };
}

/** All that no limit removes, best first. */
function rankAll({ rules, reach }: PreparedMatching, wish: Wish, court: Court): Ranked[] {
  const all: Ranked[] = [];
  judgeTerm(court, reach(wish.term), (candidate: Candidate, journey) =>
    all.push(rankedOffer(wish, candidate, journey, court, rules)),
  );
  return all.sort(compareRanked);
}

function placeAmong(
  all: readonly Ranked[],
  ranked: Ranked,
  shown: number,
  show: (ranked: Ranked, rank: number) => Match,
): Pick<PairExplanation, 'match' | 'compared'> {
  const rank = 1 + all.filter((other) => compareRanked(other, ranked) < 0).length;
  const at = rank > shown ? shown : 1;
  const other = all[at - 1];
  const match = show(ranked, rank);
  if (!other || other.candidate.offer === ranked.candidate.offer) return { match };
  const { offerId, score, factors } = show(other, at);
  return { match, compared: { offerId, rank: at, score, factors } };
}
