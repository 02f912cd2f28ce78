import type { RoomProblem } from './room-problem.ts';
import { spreadPeople } from './spread-people.ts';

/** The best plan so far, and from which bound on none can be better. */
export interface BestRoom {
  open: number[];
  cost: number;
  /** Takes as many of the sites as the limits allow, if they are a better plan. */
  note(sites: readonly number[]): boolean;
  isEnough(bound: number): boolean;
  /** Puts likely sites in the place of open ones as long as that saves something. */
  exchange(share: Float64Array, isOver: () => boolean): void;
}

/** Differences below this share are rounding. */
const ROUNDING = 1e-9;
/** Sites that are tried in the place of each open one. */
const TRIED = 12;

export function bestRoom(problem: RoomProblem): BestRoom {
  const { p, budget, draw, isWhole } = problem;
  const grain = isWhole ? 1 - 1e-6 : 0;
  const fixed = new Set(problem.fixed);
  const seen = new Set<string>();
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
      const { cost } = spreadPeople(problem, open);
      if (!(cost < plan.cost - ROUNDING * Math.abs(plan.cost)) && plan.cost < Number.POSITIVE_INFINITY)
        return false;
      plan.cost = cost;
      plan.open = open;
      return true;
    },
    isEnough: (bound) => bound > plan.cost - grain - ROUNDING * Math.max(1, plan.cost),
    exchange(share, isOver) {
      const likely = [...share.keys()].sort((a, b) => share[b]! - share[a]! || a - b);
      for (let isBetter = true; isBetter && !isOver(); ) {
        const others = likely.filter((site) => !plan.open.includes(site)).slice(0, TRIED);
        const mayGo = plan.open.filter((site) => !fixed.has(site));
        isBetter = mayGo.some((out) =>
          others.some((into) => !isOver() && plan.note([into, ...plan.open.filter((site) => site !== out)])),
        );
      }
    },
  };
  return plan;
}
