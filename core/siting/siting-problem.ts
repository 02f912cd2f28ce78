export const SITING_MODELS = ['mclp', 'lscp', 'p-median', 'p-centre'] as const;

/**
 * mclp: most people within the radius. lscp: fewest sites (or least cost) that have everybody within the radius.
 * p-median: least way of all people together. p-centre: shortest longest way.
 */
export type SitingModel = (typeof SITING_MODELS)[number];

/**
 * Which candidates should open. A demand place with weight 0 has nobody in it and counts in no model. Who can reach no
 * candidate at all is left out of every objective, since nothing that may be chosen changes it.
 */
export interface SitingProblem {
  model: SitingModel;
  /** Demand × sites, row by row: minutes or kilometres, `Infinity` is unreachable. */
  cost: Float64Array;
  /** Per demand place: people. */
  weights: Float64Array;
  sites: number;
  /** At most so many sites are open, the fixed ones too. */
  p?: number;
  /** In the unit of `cost`; a site at exactly this distance covers. */
  radius?: number;
  /** Sites that are open in any case. */
  fixed?: readonly number[];
  /** Per site. In lscp it is what is minimised; otherwise it goes with `budget`. */
  siteCost?: Float64Array;
  /** What all open sites may cost, the fixed ones too (give those that stand already 0). */
  budget?: number;
  /**
   * mclp and p-median, per site: people whom it can take; `Infinity` is any number. People of one place may go to several
   * sites.
   */
  capacity?: Float64Array;
  /**
   * p-median: what somebody counts whom a candidate could reach and no open site does or has room for. Not said: twice
   * the longest finite cost.
   */
  unreachedCost?: number;
}

export interface SitingProgress {
  objective: number;
  bound: number;
  open: readonly number[];
  nodes: number;
}

export interface SitingOptions {
  onProgress?(progress: SitingProgress): void;
  /** Asked often; once it says true, the best plan so far is returned with its bound. */
  isStopped?(): boolean;
  /** The search ends after so many seconds of `now`; without `now` they mean nothing. */
  seconds?: number;
  /** Milliseconds. */
  now?(): number;
}

export interface ServedPeople {
  place: number;
  site: number;
  people: number;
}

export interface SitingResult {
  /** Sites, ascending, the fixed ones too. */
  open: number[];
  /**
   * Per demand place: the nearest open site (of equals the first), in mclp and lscp within the radius; else -1. With
   * capacities: the site that takes most of its people.
   */
  assigned: Int32Array;
  /** With capacities: how many of which place go to which site. */
  served?: ServedPeople[];
  /** mclp: people covered, with capacities those who have a place. lscp: sites, or their cost. p-median: people × cost. p-centre: the longest cost. */
  objective: number;
  /** No choice can be better than this: an upper bound for mclp, a lower one for the others. */
  bound: number;
  proven: boolean;
  nodes: number;
}

export type SitingProblemCode =
  | 'no-candidates'
  | 'no-demand'
  | 'sizes-differ'
  | 'bad-weight'
  | 'bad-cost'
  | 'bad-site-cost'
  | 'bad-capacity'
  | 'bad-radius'
  | 'radius-missing'
  | 'bad-p'
  | 'more-than-candidates'
  | 'fewer-than-fixed'
  | 'limit-missing'
  | 'unknown-site'
  | 'bad-budget'
  | 'site-cost-missing'
  | 'budget-too-small'
  | 'not-for-model';

/** What cannot be asked, and why. */
export class SitingProblemError extends Error {
  readonly code: SitingProblemCode;

  constructor(code: SitingProblemCode, message: string) {
    super(message);
    this.name = 'SitingProblemError';
    this.code = code;
  }
}
