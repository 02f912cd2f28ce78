import type { Connection } from 'mongoose';
import {
  countRange,
  type DemandRange,
  type RangeSites,
  sumRange,
} from '../../../core/access/points/ranges.ts';
import { ratioOf } from '../../../core/access/points/site-ratios.ts';
import { joinColumns, packNumbers, splitColumns, unpackNumbers } from './pack-numbers.ts';
import type { RangeProblemRecord, RangeRecord } from './range-collections.ts';
import { streamFound, writeRatios } from './range-store.ts';

/** People around each site that one range brings. The same range gives the same bytes, whoever counts it. */
export function countsOf(problem: RangeProblemRecord, range: RangeRecord): Buffer {
  const sites = sitesOf(problem);
  const counted = demandsOf(problem, range).map((demand, who) =>
    countRange(demand, sites, problem.steps, problem.units[who]!),
  );
  return packNumbers(joinColumns(counted));
}

/** Access of one range's places, once the ratios of all sites are known. */
export function accessOf(problem: RangeProblemRecord, range: RangeRecord): Buffer {
  if (!problem.ratios) throw new Error(`the ranges of ${problem.id} are not counted yet`);
  const sites = sitesOf(problem);
  const ratios = splitColumns(unpackNumbers(problem.ratios), problem.units.length);
  const summed = demandsOf(problem, range).map((demand, who) =>
    sumRange(demand, sites, problem.steps, problem.units[who]!, ratios[who]!),
  );
  return packNumbers(joinColumns(summed));
}

/** Adds up what all ranges have counted, one after the other, and writes down what each site has for each person. */
export async function settleRatios(db: Connection, problem: RangeProblemRecord): Promise<void> {
  const { id, steps, units } = problem;
  const { supply } = sitesOf(problem);
  const all = new Float64Array(units.length * steps.length * supply.length);
  for await (const counts of streamFound(db, id, 'counts')) {
    const found = unpackNumbers(counts);
    for (let i = 0; i < all.length; i++) all[i]! += found[i]!;
  }
  const ratios = splitColumns(all, units.length).map((counts) =>
    supply.map((places, site) => ratioOf(places, steps, (step) => counts[step * supply.length + site]!)),
  );
  await writeRatios(db, id, packNumbers(joinColumns(ratios)));
}

/** Access of all places, of each who are counted. */
export async function joinAccess(db: Connection, { id, units }: RangeProblemRecord): Promise<Float64Array[]> {
  const parts: Float64Array[][] = units.map(() => []);
  for await (const packed of streamFound(db, id, 'access')) {
    const columns = splitColumns(unpackNumbers(packed), units.length);
    for (const [who, column] of columns.entries()) parts[who]!.push(column);
  }
  return parts.map(joinColumns);
}

function sitesOf({ sites }: RangeProblemRecord): RangeSites {
  const [lon, lat, supply] = splitColumns(unpackNumbers(sites), 3) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return { lon, lat, supply };
}

function demandsOf({ units }: RangeProblemRecord, { places }: RangeRecord): DemandRange[] {
  const [lon, lat, ...people] = splitColumns(unpackNumbers(places), 2 + units.length) as [
    Float64Array,
    Float64Array,
    ...Float64Array[],
  ];
  return people.map((column) => ({ lon, lat, people: column }));
}
