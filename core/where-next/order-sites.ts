import type { Fare, Fares } from './fare.ts';
import type { SitingAsk } from './siting-ask.ts';
import type { SitingRow } from './siting-rows.ts';
import { compareStandings, standingOf } from './standing.ts';

export interface SiteOrder {
  /** Candidates in the order in which to open them: each is the one that then brings most, of equals the first. */
  order: number[];
  /** How people fare before the first new site and after each. */
  steps: Fare[];
  /** How many of the chosen would bring nothing to anybody, and are left out for that. */
  idle: number;
}

export interface ChosenSites {
  ask: Pick<SitingAsk, 'model' | 'minutes'>;
  rows: readonly SitingRow[];
  fares: Fares;
  chosen: readonly number[];
  /** Those of the chosen that stay in whatever they bring, because somebody wants them. */
  wanted: ReadonlySet<number>;
}

/** In which order to open the sites of a proposal. The last step is the proposal itself, whatever the order. */
export function orderSites({ ask, rows, fares, chosen, wanted }: ChosenSites): SiteOrder {
  const steps = [fares.today];
  const order: number[] = [];
  const left = new Set([...chosen].sort((a, b) => a - b));
  while (left.size > 0) {
    const now = steps.at(-1)!;
    let best = { site: -1, fare: now, standing: standingOf(rows, now, ask.minutes) };
    for (const site of left) {
      const fare = fares.opened(now, [site]);
      const standing = standingOf(rows, fare, ask.minutes);
      if (compareStandings(standing, best.standing, ask.model) < 0) best = { site, fare, standing };
    }
    if (best.site < 0) break;
    left.delete(best.site);
    order.push(best.site);
    steps.push(best.fare);
  }
  for (const site of left) {
    if (!wanted.has(site)) continue;
    order.push(site);
    steps.push(fares.opened(steps.at(-1)!, [site]));
  }
  return { order, steps, idle: chosen.length - order.length };
}
