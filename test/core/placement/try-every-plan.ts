import type { PlanInput } from '../../../core/placement/plan-input.ts';

/** How many needs of urgency 3, 2 and 1 are served, and the total score: what comes first decides. */
export type PlanValue = [number, number, number, number];

/** A plan by brute force: per need its choice or -1. */
export interface TriedPlan {
  value: PlanValue;
  choice: number[];
}

/**
 * All best plans of a small input with sound numbers, by trying every choice of every need. What is accepted is fixed and
 * counts for no value. It knows nothing of assignments, prices or bounds.
 */
export function everyBestPlan(input: PlanInput): TriedPlan[] {
  const needs = input.first.length - 1;
  let best: TriedPlan[] = [];
  const choice = new Array<number>(needs).fill(-1);
  const places = input.offerIds.map((_, at) => input.capacity[at] ?? 0);
  const tryNeed = (need: number): void => {
    if (need === needs) {
      if (!isAllowed(input, choice)) return;
      const value = planValue(input, choice);
      const order = best[0] ? compareValues(value, best[0].value) : 1;
      if (order > 0) best = [];
      if (order >= 0) best.push({ value, choice: [...choice] });
      return;
    }
    choice[need] = -1;
    tryNeed(need + 1);
    if (input.accepted?.has(need)) return;
    for (let at = input.first[need]!; at < input.first[need + 1]!; at++) {
      if (input.refused?.get(need)?.has(input.offerIds[input.offer[at]!]!)) continue;
      const own = input.pool?.[input.offer[at]!] ?? input.offer[at]!;
      if (places[own]! === 0) continue;
      places[own]! -= 1;
      choice[need] = at;
      tryNeed(need + 1);
      places[own]! += 1;
    }
    choice[need] = -1;
  };
  tryNeed(0);
  return best;
}

export function compareValues(a: PlanValue, b: PlanValue): number {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

/** Accepted needs, whose choice is fixed, count for nothing. */
export function planValue({ urgency, score, accepted }: PlanInput, choice: ArrayLike<number>): PlanValue {
  const value: PlanValue = [0, 0, 0, 0];
  for (let need = 0; need < choice.length; need++) {
    if (choice[need]! < 0 || accepted?.has(need)) continue;
    value[3 - urgency[need]!]! += 1;
    value[3] += score[choice[need]!]!;
  }
  return value;
}

/** Whether a plan keeps to the places and keeps together who is to be. */
export function isAllowed(input: PlanInput, choice: ArrayLike<number>): boolean {
  const { offer, offerIds, accepted } = input;
  const offerOf = Array.from(choice, (at, need) => {
    const fixed = accepted?.get(need);
    return fixed ? offerIds.indexOf(fixed.offerId) : at < 0 ? -1 : offer[at]!;
  });
  return (
    fitsPlaces(input, offerOf) && companiesOf(input).every((company) => isTogether(input, company, offerOf))
  );
}

function fitsPlaces({ pool, capacity, accepted }: PlanInput, offerOf: readonly number[]): boolean {
  const poolOf = (at: number) => pool?.[at] ?? at;
  return Array.from(capacity, (_, at) => at).every((own) => {
    const there = offerOf.map((at, need) => ({ at, need })).filter(({ at }) => at >= 0 && poolOf(at) === own);
    const free = there.filter(({ need }) => !accepted?.has(need));
    return free.length === 0 || there.length <= capacity[own]!;
  });
}

function isTogether(
  { accepted }: PlanInput,
  company: readonly number[],
  offerOf: readonly number[],
): boolean {
  const fixed = company.filter((need) => accepted?.has(need)).map((need) => offerOf[need]!);
  const open = [...new Set(company.filter((need) => !accepted?.has(need)).map((need) => offerOf[need]!))];
  if (open.length > 1) return false;
  return open.every((at) => at < 0 || fixed.length === 0 || fixed.includes(at));
}

/** Sets of needs that hang together, by joining sets until no pair lies in two. */
function companiesOf({ together = [], first }: PlanInput): number[][] {
  let sets = Array.from({ length: first.length - 1 }, (_, need) => [need]);
  for (const pair of together) {
    const joined = sets.filter((set) => set.some((need) => pair.includes(need)));
    sets = [...sets.filter((set) => !joined.includes(set)), joined.flat()];
  }
  return sets;
}
