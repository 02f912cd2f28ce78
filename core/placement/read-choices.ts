import type { FaultBook } from './plan-faults.ts';
import type { PlanInput } from './plan-input.ts';

/** What holds of one choice, an offer for a need. */
export const OPEN = 0;
/** It makes no sense: it was left out and told. */
export const ODD = 1;
/** Somebody refused it. */
export const REFUSED = 2;
/** It is not in question: another is accepted, or not all that are kept together could take it. */
export const OUT = 3;

export const HIGHEST_SCORE = 10_000;

/** Per choice: OPEN, ODD or REFUSED. */
export function readChoices(input: PlanInput, book: FaultBook): Uint8Array {
  const { first, offer, offerIds, refused } = input;
  const state = new Uint8Array(offer.length);
  const taken = new Int32Array(offerIds.length).fill(-1);
  const needs = first.length - 1;
  for (let need = 0; need < needs; need++) {
    const [from, to] = [first[need]!, first[need + 1]!];
    for (let choice = from; choice < to; choice++) readChoice(input, choice, from, taken, state, book);
    const no = refused?.get(need);
    let some = false;
    for (let choice = from; choice < to; choice++) {
      if (state[choice] !== OPEN) continue;
      some = true;
      if (no?.has(offerIds[offer[choice]!]!)) state[choice] = REFUSED;
    }
    if (!some) book.note('need-without-choice');
  }
  return state;
}

/** `taken`: per offer, the last choice of it, of whatever need; those of this need begin at `from`. */
function readChoice(
  { offer, score, offerIds }: PlanInput,
  choice: number,
  from: number,
  taken: Int32Array,
  state: Uint8Array,
  book: FaultBook,
): void {
  const [at, worth] = [offer[choice]!, score[choice]!];
  const id = offerIds[at];
  const isScore = Number.isInteger(worth) && worth >= 0 && worth <= HIGHEST_SCORE;
  state[choice] = ODD;
  if (id === undefined) book.note('choice-unknown-offer');
  else if (!isScore) book.note('choice-odd-score', id);
  else {
    const before = taken[at]!;
    const isTwice = before >= from;
    if (isTwice) book.note('choice-twice', id);
    if (isTwice && score[before]! >= worth) return;
    if (isTwice) state[before] = ODD;
    state[choice] = OPEN;
    taken[at] = choice;
  }
}
