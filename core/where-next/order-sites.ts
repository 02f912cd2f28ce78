import type { SitingModel } from '../siting/siting-problem.ts';
import type { SitingRow } from './siting-rows.ts';
import type { SitingWays } from './siting-ways.ts';
import { compareStandings, standingOf } from './standing.ts';

export interface SiteOrder {
  /** Candidates in the order in which to open them: each is the one that then brings most, of equals the first. */
  order: number[];
  /** Minutes of each row to the nearest, before the first new site and after each. */
  steps: Float64Array[];
  /** How many of the chosen would bring nothing to anybody, and are left out for that. */
  idle: number;
}

export interface ChosenSites {
  model: SitingModel;
  limit: number;
  rows: readonly SitingRow[];
  ways: SitingWays;
  chosen: readonly number[];
  /** Those of the chosen that stay in whatever they bring, because somebody wants them. */
  wanted: ReadonlySet<number>;
}

/** In which order to open the sites of a proposal. The last step is the proposal itself, whatever the order. */
export function orderSites({ model, limit, rows, ways, chosen, wanted }: ChosenSites): SiteOrder {
  const steps = [withSites(ways, [], rows.length)];
  const order: number[] = [];
  const left = new Set([...chosen].sort((a, b) => a - b));
  while (left.size > 0) {
    const now = steps.at(-1)!;
    let best = { site: -1, minutes: now, standing: standingOf(rows, now, limit) };
    for (const site of left) {
      const minutes = withSite(now, ways, site);
      const standing = standingOf(rows, minutes, limit);
      if (compareStandings(standing, best.standing, model) < 0) best = { site, minutes, standing };
    }
    if (best.site < 0) break;
    left.delete(best.site);
    order.push(best.site);
    steps.push(best.minutes);
  }
  for (const site of left) {
    if (!wanted.has(site)) continue;
    order.push(site);
    steps.push(steps.at(-1)!);
  }
  return { order, steps, idle: chosen.length - order.length };
}

/** Minutes of each row to the nearest of what is there and of these. */
export function withSites(ways: SitingWays, sites: readonly number[], rows: number): Float64Array {
  const today = ways.toExisting ?? new Float64Array(rows).fill(Infinity);
  return sites.reduce((minutes, site) => withSite(minutes, ways, site), today);
}

function withSite(
  minutes: Float64Array,
  { candidates, toCandidates }: SitingWays,
  site: number,
): Float64Array {
  return minutes.map((known, row) => Math.min(known, toCandidates[row * candidates + site]!));
}
