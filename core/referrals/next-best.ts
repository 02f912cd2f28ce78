import type { Match, WishMatches } from '../matching/match.ts';
import type { Referral } from './referral.ts';

/** Where a wish could be referred to instead: its best match that may be tried. */
export function nextBest(
  { wish, term }: Pick<Referral, 'wish' | 'term'>,
  wishes: readonly WishMatches[],
  mayTry: (offerId: string) => boolean,
): Match | undefined {
  const found = wishes.find((one) => one.kind === wish && one.term === term);
  return found?.matches.find(({ offerId }) => mayTry(offerId));
}
