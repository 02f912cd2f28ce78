import type { Pairs } from './pairs.ts';

/** Columns in the order of the demand places, the sites, and the pairs between them. */
export interface AccessProblem {
  /** People of each demand place, from 0. */
  demand: Float64Array;
  /** Places of each site, from 0. */
  supply: Float64Array;
  pairs: Pairs;
  /** From demand place to demand place, itself included. Only the FCA ratio asks. */
  among?: Pairs;
}

export interface AccessResult {
  /** Of each demand place. */
  access: Float64Array;
  /** Of RAAM: how much of the cost in all could be spared if everybody went where it is cheapest, 0 to 1. */
  equilibriumGap?: number;
  /** Of RAAM: rounds that were made. */
  cycles?: number;
}
