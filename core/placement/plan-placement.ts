import { fairPlacement } from './fair-placement.ts';
import { openProblem } from './open-problem.ts';
import { type CompanyPlaces, placeCompanies } from './place-companies.ts';
import type { Without } from './plan.ts';
import { makeFaultBook } from './plan-faults.ts';
import type { PlanInput, PlanOutcome } from './plan-input.ts';
import type { Placement, PlacementProblem } from './problem.ts';
import { type Accepted, NOT_ACCEPTED, readAccepted } from './read-accepted.ts';
import { readCapacity } from './read-capacity.ts';
import { ODD, OUT, REFUSED, readChoices } from './read-choices.ts';
import { type Company, readCompanies } from './read-companies.ts';
import type { GroupSize } from './share-bounds.ts';
import { solvePlacement } from './solve-placement.ts';

/**
 * The best plan under what people chose: accepted places are fixed, refused offers out, those kept together get the same
 * offer or none. Of all such plans it serves the most needs of urgency 3, then of 2, then of 1, and has the highest
 * total score among those. The same input in the same order gives the same plan.
 */
export function planPlacement(input: PlanInput): PlanOutcome {
  const book = makeFaultBook();
  const poolOf = Uint32Array.from(input.offerIds, (_, at) => input.pool?.[at] ?? at);
  const places = readCapacity(input, poolOf, book);
  const state = readChoices(input, book);
  const accepted = readAccepted(input, poolOf, places, state, book);
  const { companies, isTogether } = readCompanies(input, poolOf, places, state, accepted, book);
  const kept =
    companies.length > 0
      ? placeCompanies(openProblem(input, poolOf, places, state), input, companies)
      : ALONE;
  const choice = accepted.choice.slice();
  settleCompanies(input, companies, kept, { places, state, choice });
  const { problem, choice: choiceOfEdge } = openProblem(input, poolOf, places, state);
  const isServed = choice.map((at, need) => Number(at >= 0 || accepted.offer[need] !== NOT_ACCEPTED));
  const { placement, ...fairness } = fairest(input, problem, solvePlacement(problem), isServed);
  placement.edgeOf.forEach((edge, need) => {
    if (edge >= 0) choice[need] = choiceOfEdge[edge]!;
  });
  return {
    choice,
    offer: choice.map((at, need) => (at >= 0 ? input.offer[at]! : Math.max(-1, accepted.offer[need]!))),
    without: reasons(input, choice, state, accepted, isTogether),
    problem,
    placement,
    isProven: kept.isProven,
    gap: kept.gap,
    steps: kept.steps,
    ...fairness,
    faults: book.faults(),
  };
}

/** Nobody is kept together with anybody. */
const ALONE: CompanyPlaces = { option: [], isProven: true, gap: 0, steps: 0 };

/** Fixes the places of companies as if they were accepted. */
function settleCompanies(
  { first }: PlanInput,
  companies: readonly Company[],
  { option }: CompanyPlaces,
  { places, state, choice }: { places: Int32Array; state: Uint8Array; choice: Int32Array },
): void {
  companies.forEach(({ needs, options }, at) => {
    const taken = options[option[at]!];
    needs.forEach((need, member) => {
      choice[need] = taken?.choices[member] ?? -1;
      state.fill(OUT, first[need]!, first[need + 1]!);
    });
    if (taken) places[taken.pool]! -= needs.length;
  });
}

/** `isServed`: needs whose place is settled already. */
function fairest(
  { fairBetween }: PlanInput,
  problem: PlacementProblem,
  placement: Placement,
  isServed: Int32Array,
): Pick<PlanOutcome, 'placement' | 'fairness'> {
  if (!fairBetween) return { placement };
  const group = Int32Array.from(fairBetween);
  const sizes: GroupSize[] = [];
  group.forEach((own, need) => {
    while (sizes.length <= own) sizes.push({ requests: 0, settled: 0 });
    sizes[own]!.requests++;
    sizes[own]!.settled += isServed[need]!;
  });
  const { placement: fair, ...fairness } = fairPlacement(problem, placement, group, sizes);
  return { placement: fair, fairness };
}

function reasons(
  { first }: PlanInput,
  choice: Int32Array,
  state: Uint8Array,
  accepted: Accepted,
  isTogether: Uint8Array,
): (Without | undefined)[] {
  return Array.from(choice, (taken, need) => {
    if (taken >= 0 || accepted.offer[need] !== NOT_ACCEPTED) return undefined;
    const own = state.subarray(first[need]!, first[need + 1]!);
    const sound = own.filter((of) => of !== ODD);
    if (sound.length === 0) return 'no-match';
    if (sound.every((of) => of === REFUSED)) return 'all-refused';
    return isTogether[need] ? 'not-together' : 'no-room';
  });
}
