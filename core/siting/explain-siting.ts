import { assignNearest } from './assign-nearest.ts';
import type { SitingProblem, SitingResult } from './siting-problem.ts';

/** How people stand when certain sites are open. */
export interface SitingStanding {
  /** Within the radius; without one, whom any open site reaches. */
  covered: number;
  /** Of those whom any open site reaches, weighted by people; nobody reached: not said. */
  averageCost?: number;
  longestCost?: number;
}

export interface SiteGain {
  site: number;
  isFixed: boolean;
  /** For whom this is the nearest open site. */
  people: number;
  /** Of those: who is covered now and was not by the fixed sites. */
  newlyCovered: number;
  /** Of those who had any fixed site in reach: the average way to the nearest of them, and now. */
  averageBefore?: number;
  averageNow?: number;
}

export interface SitingExplanation {
  people: number;
  /** Whom no candidate reaches (within the radius, where there is one): nothing that may be chosen helps them. */
  beyondAll: number;
  /** With the fixed sites alone. */
  before: SitingStanding;
  now: SitingStanding;
  /** In the order of `open`. */
  sites: SiteGain[];
}

/** What a proposal changes for people, beside the fixed sites alone. Capacities are not looked at. */
export function explainSiting(
  problem: SitingProblem,
  { open }: Pick<SitingResult, 'open'>,
): SitingExplanation {
  const { fixed = [], weights, sites } = problem;
  const limit = problem.radius ?? Number.MAX_VALUE;
  const all = Array.from({ length: sites }, (_, site) => site);
  const before = waysOf(problem, fixed);
  const now = waysOf(problem, open);
  const people = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    people,
    beyondAll: people - standingOf(weights, waysOf(problem, all).way, limit).covered,
    before: standingOf(weights, before.way, limit),
    now: standingOf(weights, now.way, limit),
    sites: open.map((site) => {
      const own = weights.map((weight, place) => (now.assigned[place] === site ? weight : 0));
      const gained = own.map((weight, place) => (before.way[place]! > limit ? weight : 0));
      const known = own.map((weight, place) => (before.way[place]! < Number.POSITIVE_INFINITY ? weight : 0));
      return {
        site,
        isFixed: fixed.includes(site),
        people: own.reduce((sum, weight) => sum + weight, 0),
        newlyCovered: standingOf(gained, now.way, limit).covered,
        ...averages(known, before.way, now.way),
      };
    }),
  };
}

interface Ways {
  assigned: Int32Array;
  way: Float64Array;
}

function waysOf(problem: SitingProblem, open: readonly number[]): Ways {
  const assigned = assignNearest(problem, open);
  const way = Float64Array.from(assigned, (site, place) =>
    site < 0 ? Number.POSITIVE_INFINITY : problem.cost[place * problem.sites + site]!,
  );
  return { assigned, way };
}

function standingOf(weights: Float64Array, way: Float64Array, limit: number): SitingStanding {
  let [covered, reached, sum, longest] = [0, 0, 0, 0];
  weights.forEach((weight, place) => {
    const cost = way[place]!;
    if (weight === 0 || cost === Number.POSITIVE_INFINITY) return;
    if (cost <= limit) covered += weight;
    reached += weight;
    sum += weight * cost;
    longest = Math.max(longest, cost);
  });
  return reached > 0 ? { covered, averageCost: sum / reached, longestCost: longest } : { covered };
}

function averages(
  weights: Float64Array,
  before: Float64Array,
  now: Float64Array,
): Pick<SiteGain, 'averageBefore' | 'averageNow'> {
  const [then, after] = [before, now].map((way) => standingOf(weights, way, Number.MAX_VALUE).averageCost);
  return then === undefined || after === undefined ? {} : { averageBefore: then, averageNow: after };
}
