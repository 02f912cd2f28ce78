import { groupBy } from '../lists/group-by.ts';
import type { FaultBook } from './plan-faults.ts';
import type { PlanInput } from './plan-input.ts';
import { isExact, rankedWorth } from './ranked-worth.ts';
import { type Accepted, NOT_ACCEPTED } from './read-accepted.ts';
import { HIGHEST_SCORE, OPEN, OUT } from './read-choices.ts';

/** Needs that all get the same offer, or none of them any. */
export interface Company {
  /** Positions of the needs that are still to be placed, ascending. */
  needs: number[];
  /** The offers that all of them could take and that had room for all, in order of position. */
  options: CompanyOption[];
}

export interface CompanyOption {
  offer: number;
  pool: number;
  /** Beside `needs`: the choice of this offer. */
  choices: number[];
}

/**
 * The companies, with choices that not all of them share taken out of `state`. Where a place of one of them is accepted,
 * the others can only go there. `isTogether` marks all of their needs that are still to be placed.
 */
export function readCompanies(
  input: PlanInput,
  poolOf: Uint32Array,
  places: Int32Array,
  state: Uint8Array,
  accepted: Accepted,
  book: FaultBook,
): { companies: Company[]; isTogether: Uint8Array } {
  const { first, together = [], offer } = input;
  const isTogether = new Uint8Array(first.length - 1);
  const companies: Company[] = [];
  const seats = places.reduce((sum, own) => sum + own, 0);
  const lowest = 1 + HIGHEST_SCORE * Math.min(isTogether.length, seats);
  let inCompanies = 0;
  for (const members of joinPairs(together)) {
    const settled = new Set(members.map((need) => accepted.offer[need]!).filter((at) => at !== NOT_ACCEPTED));
    const needs = members.filter((need) => accepted.offer[need] === NOT_ACCEPTED);
    if (settled.size > 1) book.note('together-apart');
    if (needs.length === 0 || (needs.length === 1 && settled.size === 0)) continue;
    if (!isExact(rankedWorth(lowest, inCompanies + needs.length), needs.length)) {
      book.note('together-left-out');
      continue;
    }
    inCompanies += needs.length;
    for (const need of needs) isTogether[need] = 1;
    const options = sharedOptions(input, needs, state)
      .map((option) => ({ ...option, pool: poolOf[option.offer]! }))
      .filter(
        ({ offer: at, pool }) => places[pool]! >= needs.length && (settled.size === 0 || settled.has(at)),
      );
    const shared = new Set(options.map(({ offer: at }) => at));
    for (const need of needs)
      for (let choice = first[need]!; choice < first[need + 1]!; choice++)
        if (state[choice] === OPEN && !shared.has(offer[choice]!)) state[choice] = OUT;
    if (options.length === 0) book.note('together-nowhere');
    else companies.push({ needs, options });
  }
  return { companies, isTogether };
}

/** Needs that hang together by pairs, each company in order of position, companies by their first need. */
function joinPairs(pairs: readonly (readonly [number, number])[]): number[][] {
  const leader = new Map<number, number>();
  const lead = (need: number): number => {
    let at = need;
    while (leader.has(at) && leader.get(at) !== at) at = leader.get(at)!;
    leader.set(need, at);
    return at;
  };
  for (const [a, b] of pairs) leader.set(Math.max(lead(a), lead(b)), Math.min(lead(a), lead(b)));
  const inOrder = [...leader.keys()].sort((a, b) => a - b);
  return [...groupBy(inOrder, lead).values()].filter(({ length }) => length > 1);
}

/** The offers that all of these needs could take. */
function sharedOptions({ first, offer }: PlanInput, needs: readonly number[], state: Uint8Array) {
  const byOffer = new Map<number, number[]>();
  for (const need of needs)
    for (let choice = first[need]!; choice < first[need + 1]!; choice++) {
      if (state[choice] !== OPEN) continue;
      const at = offer[choice]!;
      byOffer.set(at, [...(byOffer.get(at) ?? []), choice]);
    }
  return [...byOffer]
    .filter(([, choices]) => choices.length === needs.length)
    .map(([at, choices]) => ({ offer: at, choices }))
    .sort((a, b) => a.offer - b.offer);
}
