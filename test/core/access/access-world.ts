import type { AccessProblem } from '../../../core/access/access-problem.ts';
import type { Pairs } from '../../../core/access/pairs.ts';

/** Columns of [id, amount] lists and a list of [place, site, cost]; ways among demand places are those between equal ids. */
export function problemOf(
  demand: readonly (readonly [id: number, amount: number])[],
  supply: readonly (readonly [id: number, amount: number])[],
  ways: readonly (readonly [place: number, site: number, cost: number])[],
): AccessProblem {
  const places = demand.map(([id]) => id);
  return {
    demand: Float64Array.from(demand, ([, amount]) => amount),
    supply: Float64Array.from(supply, ([, amount]) => amount),
    pairs: pairsOf(
      places,
      supply.map(([id]) => id),
      ways,
    ),
    among: pairsOf(places, places, ways),
  };
}

/** Rows in the order of the ids, within a row as the sites stand. */
function pairsOf(
  rows: readonly number[],
  columns: readonly number[],
  ways: readonly (readonly [place: number, site: number, cost: number])[],
): Pairs {
  const rowOf = new Map(rows.map((id, i) => [id, i]));
  const columnOf = new Map(columns.map((id, j) => [id, j]));
  const known = ways
    .filter(([place, site]) => rowOf.has(place) && columnOf.has(site))
    .map(([place, site, cost]) => ({ row: rowOf.get(place)!, column: columnOf.get(site)!, cost }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
  const start = new Uint32Array(rows.length + 1);
  for (const { row } of known) start[row + 1]!++;
  for (let i = 0; i < rows.length; i++) start[i + 1]! += start[i]!;
  return {
    start,
    site: Uint32Array.from(known, ({ column }) => column),
    cost: Float64Array.from(known, ({ cost }) => cost),
  };
}
