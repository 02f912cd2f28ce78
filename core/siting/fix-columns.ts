import type { Facilities } from './facilities.ts';
import type { LagrangianBound } from './lagrangian-bound.ts';

/**
 * Columns of which the bound says that no better plan has them open (-1) or closed (1): if they were, the bound would
 * rise by what they gain less than the last one chosen, or more than the first one not chosen.
 */
export function fixColumns(
  f: Facilities,
  { bound, value, isChosen }: LagrangianBound,
  isEnough: (bound: number) => boolean,
): { state: Int8Array; fixed: number } {
  const sorted = value.slice().sort().reverse();
  const lastIn = Math.max(0, sorted[f.p - 1] ?? 0);
  const firstOut = Math.max(0, sorted[f.p] ?? 0);
  const state = new Int8Array(value.length);
  let fixed = 0;
  for (let column = 0; column < value.length; column++) {
    const rise = isChosen[column] ? value[column]! - firstOut : lastIn - value[column]!;
    if (!isEnough(bound + rise)) continue;
    state[column] = isChosen[column] ? 1 : -1;
    fixed++;
  }
  return { state, fixed };
}
