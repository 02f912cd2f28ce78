import type { Facilities } from './facilities.ts';
import { costOf, openColumns } from './opening.ts';

/** The best plan so far, and from which bound on none can be better. */
export interface BestPlan {
  open: number[];
  cost: number;
  /** Takes the columns if they are a better plan. */
  note(f: Facilities, columns: readonly number[]): boolean;
  isEnough(bound: number): boolean;
  /** Whether nothing better is asked for. */
  isGood(): boolean;
}

/** Differences below this share are rounding. */
const ROUNDING = 1e-9;

export function bestPlan(root: Facilities, enough?: number): BestPlan {
  const grain = isWhole(root) ? 1 - 1e-6 : 0;
  const plan: BestPlan = {
    open: [],
    cost: Number.POSITIVE_INFINITY,
    note(f, columns) {
      const all = f.isDuty ? withDuties(f, columns) : columns;
      const cost = costOf(f, openColumns(f, all));
      if (!(cost < plan.cost - ROUNDING * cost)) return false;
      plan.cost = cost;
      plan.open = [...f.open, ...Array.from(all, (column) => f.site[column]!)];
      return true;
    },
    isEnough(bound) {
      if (enough !== undefined && bound > enough + ROUNDING * Math.max(1, enough)) return true;
      if (plan.cost === Number.POSITIVE_INFINITY) return false;
      return bound > plan.cost - grain - ROUNDING * Math.max(1, plan.cost);
    },
    isGood: () => enough !== undefined && plan.cost <= enough + ROUNDING * Math.max(1, enough),
  };
  return plan;
}

/** Whether every plan costs a whole number: then the next better one is better by 1. */
function isWhole({ price, rowCost, cap, settled }: Facilities): boolean {
  return [price, rowCost, cap, Float64Array.of(settled)].every((column) => column.every(Number.isInteger));
}

/** Opens for each row that is not covered its cheapest column, of equal ones the first. */
function withDuties(f: Facilities, columns: readonly number[]): number[] {
  const { server } = openColumns(f, columns);
  const all = new Set(columns);
  for (let row = 0; row < server.length; row++) {
    const own = f.rowColumn.subarray(f.rowStart[row]!, f.rowStart[row + 1]!);
    if (server[row]! >= 0 || own.some((column) => all.has(column))) continue;
    all.add(own.reduce((least, column) => (f.price[column]! < f.price[least]! ? column : least)));
  }
  return [...all];
}
