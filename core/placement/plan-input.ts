import type { Without } from './plan.ts';
import type { PlanFault } from './plan-faults.ts';
import type { Placement, PlacementProblem } from './problem.ts';

/**
 * What a plan is made of. Needs, offers and pools go by their positions; whoever wants one answer for any order of
 * input gives them in order of their ids. Nothing of it needs to be right: what is odd is left out and told.
 */
export interface PlanInput {
  /** Per need: 1 to 3. */
  urgency: Uint8Array;
  /** The offers that need n could take are first[n] to first[n + 1] − 1; one longer than there are needs. */
  first: Uint32Array;
  /** Per choice: the position of the offer in `offerIds`, and its score, a whole number from 0 to 10,000. */
  offer: ArrayLike<number>;
  score: ArrayLike<number>;
  offerIds: readonly string[];
  /** Per offer: the pool of places that it draws on. Absent: each has its own, of its own position. */
  pool?: ArrayLike<number>;
  /** Per pool: places. */
  capacity: ArrayLike<number | undefined>;
  /** Need → its accepted place. It is fixed and takes a place of its pool, even the one that is too many. */
  accepted?: ReadonlyMap<number, AcceptedPlace>;
  /** Need → offers that were refused for it. It may go elsewhere. */
  refused?: ReadonlyMap<number, ReadonlySet<string>>;
  /** Pairs of needs that are kept together: all that hang together get the same offer, or none of them any. */
  together?: readonly (readonly [number, number])[];
  /**
   * Per need: its group, from 0 on. Among all best plans (with the same places for those kept together) the one is taken
   * with the smallest gap between the groups' shares of served needs, accepted places counted.
   */
  fairBetween?: ArrayLike<number>;
  /** How many steps the search for the best places of those kept together may take. */
  searchLimit: number;
}

export interface AcceptedPlace {
  offerId: string;
  /** The capacity as given leaves this place out already. */
  isCounted?: boolean;
}

export interface PlanOutcome {
  /** Per need: the choice it takes (its position in `offer` and `score`), or -1. */
  choice: Int32Array;
  /** Per need: the offer it gets; -1 where none, and where an accepted offer has gone. Accepted places included. */
  offer: Int32Array;
  /** Per need: why it gets nothing; undefined where it does, or where its place is accepted. */
  without: (Without | undefined)[];
  /** What was solved in the end, accepted and kept-together needs taken out: `checkPlacement` proves the one best. */
  problem: PlacementProblem;
  placement: Placement;
  /** Whether no other places of those kept together allow a better plan; true where nobody is kept together. */
  isProven: boolean;
  /** Where it is not: at most so much better, in score points, each further need that is served counted as one. */
  gap: number;
  /** Steps of the search; 0 without kept-together needs. */
  steps: number;
  /** With `fairBetween`: largest share of a group minus smallest, before the fairest was looked for and in this plan. */
  fairness?: { gapBefore: number; gap: number };
  faults: PlanFault[];
}
