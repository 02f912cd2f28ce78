import type { Match } from './match.ts';
import { scoreOf, travelFactor } from './score.ts';
import type { Weighting } from './weighting.ts';

/**
 * Matches as other weights order them, from what is shown of them alone: factors with four decimals, minutes with one.
 * So a score may be off by a ten-thousandth, and what is not among them cannot come in.
 */
export function reorderMatches(
  matches: readonly Match[],
  { weights, travelHalfMinutes }: Weighting,
): Match[] {
  return matches
    .map((match) => {
      const factors = { ...match.factors, travel: travelFactor(match.minutes, travelHalfMinutes) };
      return { ...match, factors, score: scoreOf(factors, weights) };
    })
    .sort(compareMatches)
    .map((match, i) => ({ ...match, rank: i + 1 }));
}

/** As the matcher does: by score, then minutes, then id. */
function compareMatches(a: Match, b: Match): number {
  return b.score - a.score || a.minutes - b.minutes || (a.offerId < b.offerId ? -1 : 1);
}
