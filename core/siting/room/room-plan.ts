import { type OpenSite, promisingExchanges } from './promising-exchanges.ts';
import type { RoomPricing } from './room-pricing.ts';
import type { RoomProblem } from './room-problem.ts';
import { spreadPeople } from './spread-people.ts';

/** The best plan so far, and from which bound on none can be better. */
export interface BestRoom {
  open: number[];
  cost: number;
  /** Takes as many of the sites as the limits allow, if they are a better plan. */
  note(sites: readonly number[]): boolean;
  isEnough(bound: number): boolean;
  /**
   * Puts a closed site in the place of an open one as long as that saves something: one that the plan's own prices
   * promise, or one that the bound opened often.
   */
  exchange(pricing: RoomPricing, share: Float64Array, isOver: () => boolean): void;
}

/** Differences below this share are rounding. */
const ROUNDING = 1e-9;
/** Sites of which the bound opens most that are tried in the place of each open one. */
const TRIED = 20;

export function bestRoom(problem: RoomProblem): BestRoom {
  const { p, budget, draw, isWhole } = problem;
  const grain = isWhole ? 1 - 1e-6 : 0;
  const fixed = new Set(problem.fixed);
  const seen = new Set<string>();
  let prices: OpenSite[] = [];
  const plan: BestRoom = {
    open: [...problem.fixed],
    cost: Number.POSITIVE_INFINITY,
    note(sites) {
      const open = [...fixed];
      let drawn = open.reduce((sum, site) => sum + draw[site]!, 0);
      for (const site of sites) {
        if (fixed.has(site) || open.length >= p || drawn + draw[site]! > budget) continue;
        open.push(site);
        drawn += draw[site]!;
      }
      open.sort((a, b) => a - b);
      const key = open.join();
      if (seen.has(key)) return false;
      seen.add(key);
      const { cost, prices: own } = spreadPeople(problem, open);
      if (!(cost < plan.cost - ROUNDING * Math.abs(plan.cost)) && plan.cost < Number.POSITIVE_INFINITY)
        return false;
      plan.cost = cost;
      plan.open = open;
      prices = own;
      return true;
    },
    isEnough: (bound) => bound > plan.cost - grain - ROUNDING * Math.max(1, plan.cost),
    exchange(pricing, share, isOver) {
      const often = [...share.keys()].filter((site) => share[site]! > 0);
      const likely = often.sort((a, b) => share[b]! - share[a]! || a - b).slice(0, TRIED);
      for (let isBetter = true; isBetter && !isOver(); ) {
        const mayGo = plan.open.filter((site) => !fixed.has(site));
        const pairs = mayGo.flatMap((out) => likely.map((into) => ({ out, into })));
        isBetter = [...promisingExchanges(problem, pricing, prices, plan.cost), ...pairs].some(
          ({ out, into }) =>
            !isOver() &&
            !plan.open.includes(into) &&
            plan.note([into, ...plan.open.filter((site) => site !== out)]),
        );
      }
    },
  };
  return plan;
}
