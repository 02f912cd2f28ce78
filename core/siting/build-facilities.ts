import { countedPlaces, unreachedCost } from './counted-places.ts';
import { type Facilities, withColumns } from './facilities.ts';
import { settleColumns } from './settle-columns.ts';
import type { SitingProblem } from './siting-problem.ts';
import { sortRow } from './sort-row.ts';

/** The problem with a row for each place that counts, its fixed sites open. mclp counts whom it does not cover. */
export function buildFacilities(problem: SitingProblem): Facilities {
  const { model, sites, fixed = [], siteCost, p, budget } = problem;
  const isCover = model !== 'p-median';
  const isDuty = model === 'lscp';
  const places = countedPlaces(problem);
  const rows = isCover ? coverRows(problem, places) : medianRows(problem, places);
  const facilities = withColumns({
    ...rows,
    site: Int32Array.from({ length: sites }, (_, site) => site),
    price: isDuty ? (siteCost?.slice() ?? new Float64Array(sites).fill(1)) : new Float64Array(sites),
    draw: isDuty ? new Float64Array(sites) : (siteCost?.slice() ?? new Float64Array(sites)),
    settled: 0,
    open: [],
    p: p ?? sites,
    budget: budget === undefined ? Number.POSITIVE_INFINITY : budget + ROUNDING * Math.max(1, budget),
    isCover,
    isDuty,
  });
  const state = new Int8Array(sites);
  for (const site of fixed) state[site] = 1;
  return settleColumns(facilities, state, new Float64Array(places.length)).facilities;
}

/** Sums of prices that are equal but for rounding are equal. */
const ROUNDING = 1e-12;

type Rows = Pick<Facilities, 'rowStart' | 'rowColumn' | 'rowCost' | 'cap'>;

/** Who is within the radius of what. An uncovered place costs its people; settling puts in what a duty costs. */
function coverRows({ cost, sites, weights, radius }: SitingProblem, places: readonly number[]): Rows {
  const limit = radius ?? Number.MAX_VALUE;
  const rowStart = new Int32Array(places.length + 1);
  places.forEach((place, row) => {
    let count = 0;
    for (let site = 0; site < sites; site++) if (cost[place * sites + site]! <= limit) count++;
    rowStart[row + 1] = rowStart[row]! + count;
  });
  const rowColumn = new Int32Array(rowStart[places.length]!);
  let entry = 0;
  for (const place of places)
    for (let site = 0; site < sites; site++)
      if (cost[place * sites + site]! <= limit) rowColumn[entry++] = site;
  return {
    rowStart,
    rowColumn,
    rowCost: new Float64Array(entry),
    cap: Float64Array.from(places, (place) => weights[place]!),
  };
}

function medianRows(problem: SitingProblem, places: readonly number[]): Rows {
  const { cost, sites, weights } = problem;
  const most = unreachedCost(problem);
  const rowStart = new Int32Array(places.length + 1);
  const rowColumn = new Int32Array(places.length * sites);
  const rowCost = new Float64Array(places.length * sites);
  let end = 0;
  places.forEach((place, row) => {
    const start = end;
    for (let site = 0; site < sites; site++) if (cost[place * sites + site]! < most) rowColumn[end++] = site;
    const own = rowColumn.subarray(start, end);
    sortRow(own, (site) => cost[place * sites + site]!);
    own.forEach((site, at) => {
      rowCost[start + at] = weights[place]! * cost[place * sites + site]!;
    });
    rowStart[row + 1] = end;
  });
  const cap = Float64Array.from(places, (place) => weights[place]! * most);
  return { rowStart, rowColumn: rowColumn.subarray(0, end), rowCost: rowCost.subarray(0, end), cap };
}
