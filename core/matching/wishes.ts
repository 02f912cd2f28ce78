import type { WishMatches } from './match.ts';
import type { MatchStudent } from './match-input.ts';

/** A need or an interest: what offers are looked for. */
export type Wish = Pick<WishMatches, 'kind' | 'term' | 'weight'>;

/** Needs before interests, the weightier first, then by term; of the same one twice only the weightier. */
export function wishesOf({ needs, interests }: Pick<MatchStudent, 'needs' | 'interests'>): Wish[] {
  return [
    ...sorted(needs.map(({ term, urgency }) => ({ kind: 'need', term, weight: urgency }))),
    ...sorted(interests.map(({ term, strength }) => ({ kind: 'interest', term, weight: strength }))),
  ];
}

function sorted(wishes: Wish[]): Wish[] {
  const seen = new Set<string>();
  return wishes
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : Number(a.term > b.term)))
    .filter(({ term }) => !seen.has(term) && seen.add(term));
}
