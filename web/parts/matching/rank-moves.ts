import type { Match } from '../../../core/matching/match.ts';

/** Ranks that a match has risen (above 0) or fallen (below 0) from the saved order; undefined: it was not shown. */
export type Move = number | undefined;

export function rankMoves(before: readonly Match[], now: readonly Match[]): Map<string, Move> {
  const ranks = new Map(before.map(({ offerId, rank }) => [offerId, rank]));
  return new Map(
    now.map(({ offerId, rank }) => {
      const was = ranks.get(offerId);
      return [offerId, was === undefined ? undefined : was - rank];
    }),
  );
}

/** Each match once, of two with the same offer the first. */
export function union(...lists: (readonly Match[])[]): Match[] {
  const byId = new Map<string, Match>();
  for (const match of lists.flat()) if (!byId.has(match.offerId)) byId.set(match.offerId, match);
  return [...byId.values()];
}
