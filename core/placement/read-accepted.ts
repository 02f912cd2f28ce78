import type { FaultBook } from './plan-faults.ts';
import type { PlanInput } from './plan-input.ts';
import { ODD, OUT } from './read-choices.ts';

/** What people accepted. */
export interface Accepted {
  /** Per need: the accepted offer, NOT_ACCEPTED or GONE. */
  offer: Int32Array;
  /** Per need: the choice that was accepted; -1 where it is none any more. */
  choice: Int32Array;
}

export const NOT_ACCEPTED = -1;
/** The accepted offer is no offer any more. */
export const GONE = -2;

/**
 * Takes accepted places away from `places`, and the accepted needs' choices out of `state`. What people accepted
 * stands, also where it is too many or does not fit any more: that is told, and people decide.
 */
export function readAccepted(
  input: PlanInput,
  poolOf: Uint32Array,
  places: Int32Array,
  state: Uint8Array,
  book: FaultBook,
): Accepted {
  const { first, offerIds, accepted: given = new Map() } = input;
  const needs = first.length - 1;
  const accepted = {
    offer: new Int32Array(needs).fill(NOT_ACCEPTED),
    choice: new Int32Array(needs).fill(-1),
  };
  if (given.size === 0) return accepted;
  const positions = new Map(offerIds.map((id, at) => [id, at]));
  const overdrawn = new Map<number, string>();
  for (const [need, { offerId, isCounted }] of [...given].sort(([a], [b]) => a - b)) {
    const at = positions.get(offerId) ?? GONE;
    accepted.offer[need] = at;
    accepted.choice[need] = choiceOf(input, need, at, state);
    state.fill(OUT, first[need]!, first[need + 1]!);
    if (at === GONE) book.note('accepted-gone', offerId);
    else if (accepted.choice[need] === -1) book.note('accepted-unfit', offerId);
    if (at === GONE || isCounted) continue;
    const pool = poolOf[at]!;
    if (places[pool]! > 0) places[pool]! -= 1;
    else overdrawn.set(pool, overdrawn.get(pool) ?? offerId);
  }
  for (const offerId of overdrawn.values()) book.note('overdrawn', offerId);
  return accepted;
}

/** The need's choice of this offer that makes sense, refused or not; -1 where there is none. */
function choiceOf({ first, offer }: PlanInput, need: number, at: number, state: Uint8Array): number {
  for (let choice = first[need]!; choice < first[need + 1]!; choice++)
    if (offer[choice] === at && state[choice] !== ODD) return choice;
  return -1;
}
