import type { PlanInput } from './plan-input.ts';
import type { PlacementProblem } from './problem.ts';
import { OPEN } from './read-choices.ts';

/** What is left to be decided, as a problem whose requests are the needs and whose services are the pools. */
export interface OpenProblem {
  problem: PlacementProblem;
  /** Per edge: the choice that it stands for. */
  choice: Uint32Array;
}

/** Of several offers that draw on one pool a need keeps the one with the best score, of equal ones the first. */
export function openProblem(
  { first, offer, score, urgency }: PlanInput,
  poolOf: Uint32Array,
  places: Int32Array,
  state: Uint8Array,
): OpenProblem {
  const needs = first.length - 1;
  const begin = new Uint32Array(needs + 1);
  const choices = new Uint32Array(offer.length);
  const lastEdge = new Int32Array(places.length).fill(-1);
  let edges = 0;
  for (let need = 0; need < needs; need++) {
    for (let choice = first[need]!; choice < first[need + 1]!; choice++) {
      if (state[choice] !== OPEN) continue;
      const pool = poolOf[offer[choice]!]!;
      if (places[pool] === 0) continue;
      const before = lastEdge[pool]!;
      if (before < begin[need]!) {
        lastEdge[pool] = edges;
        choices[edges++] = choice;
      } else if (isBetter(score, offer, choice, choices[before]!)) choices[before] = choice;
    }
    begin[need + 1] = edges;
  }
  const choice = choices.slice(0, edges);
  const problem = {
    first: begin,
    service: Uint32Array.from(choice, (at) => poolOf[offer[at]!]!),
    score: Int32Array.from(choice, (at) => score[at]!),
    capacity: places.slice(),
    urgency,
  };
  return { problem, choice };
}

function isBetter(score: ArrayLike<number>, offer: ArrayLike<number>, a: number, b: number): boolean {
  return score[a]! > score[b]! || (score[a] === score[b] && offer[a]! < offer[b]!);
}
