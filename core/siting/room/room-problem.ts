import { countedPlaces, unreachedCost } from '../counted-places.ts';
import type { SitingProblem } from '../siting-problem.ts';

/** mclp or p-median where sites have room for so many: people of one place may go to several sites, or to none. */
export interface RoomProblem {
  sites: number;
  /** Per row: its people. */
  people: Float64Array;
  /** What somebody costs who goes nowhere; more than any entry. */
  nowhere: number;
  /** Entries of site s are start[s] to start[s + 1] − 1: whom it can serve, and what one of them costs there. */
  start: Int32Array;
  row: Int32Array;
  cost: Float64Array;
  room: Float64Array;
  draw: Float64Array;
  p: number;
  budget: number;
  fixed: readonly number[];
  /** Every plan costs a whole number: then the next better one is better by 1. */
  isWhole: boolean;
}

/** For mclp the cost is the people who have no place within the radius. */
export function roomProblem(problem: SitingProblem, counted = countedPlaces(problem)): RoomProblem {
  const { model, sites, cost, weights, siteCost, capacity, fixed = [] } = problem;
  const isCover = model === 'mclp';
  const nowhere = isCover ? 1 : unreachedCost(problem);
  const limit = isCover ? problem.radius! : Number.MAX_VALUE;
  const start = new Int32Array(sites + 1);
  const [row, each]: [number[], number[]] = [[], []];
  for (let site = 0; site < sites; site++) {
    counted.forEach((place, index) => {
      const way = cost[place * sites + site]!;
      const own = isCover ? 0 : way;
      if (way > limit || own >= nowhere) return;
      row.push(index);
      each.push(own);
    });
    start[site + 1] = row.length;
  }
  const people = Float64Array.from(counted, (place) => weights[place]!);
  const room = capacity ?? new Float64Array(sites).fill(Number.POSITIVE_INFINITY);
  const isWhole = (values: ArrayLike<number>) =>
    Array.prototype.every.call(
      values,
      (value) => Number.isInteger(value) || value === Number.POSITIVE_INFINITY,
    );
  return {
    sites,
    people,
    nowhere,
    start,
    row: Int32Array.from(row),
    cost: Float64Array.from(each),
    room,
    draw: siteCost ?? new Float64Array(sites),
    p: problem.p ?? sites,
    budget:
      problem.budget === undefined ? Number.POSITIVE_INFINITY : problem.budget * (1 + ROUNDING) + ROUNDING,
    fixed,
    isWhole: [people, room, each, [nowhere]].every(isWhole),
  };
}

/** Sums of prices that are equal but for rounding are equal. */
const ROUNDING = 1e-12;
