import { layOutGroup } from './lay-out-group.ts';
import { chunksOf, dealItems, type PointInput, type PointTask, pointTask } from './point-task.ts';
import { type PointWorker, pointWorker } from './point-worker.ts';
import { settleEdges } from './settle-edges.ts';

/**
 * A range of the demand places of a problem that is too large for one job, against all of its sites. Ranges know
 * nothing of each other: each tells its counts, the sums of all counts give the ratios, and with those each tells its
 * access. Whoever computes a range, and whenever, the same range gives the same bytes.
 */
export interface DemandRange {
  lon: Float64Array;
  lat: Float64Array;
  people: Float64Array;
}

export type RangeSites = Pick<PointInput['sites'], 'lon' | 'lat' | 'supply'>;
type Steps = PointInput['steps'];

/** @param unit what people are rounded to: that of all ranges together (`unitOf`) */
export function countRange(range: DemandRange, sites: RangeSites, steps: Steps, unit: number): Float64Array {
  const { task } = found(range, sites, steps, unit);
  const counts = new Float64Array(task.counts.length);
  const members = task.site.length;
  for (let step = 0; step < steps.length; step++)
    for (let member = 0; member < members; member++)
      counts[step * members + task.site[member]!] = task.counts[step * members + member]!;
  return counts;
}

/** @param ratios of all sites, from the counts of all ranges */
export function sumRange(
  range: DemandRange,
  sites: RangeSites,
  steps: Steps,
  unit: number,
  ratios: Float64Array,
): Float64Array {
  const { task, worker } = found(range, sites, steps, unit);
  for (let member = 0; member < task.site.length; member++) task.ratio[member] = ratios[task.site[member]!]!;
  worker.sumAll();
  settleEdges(task);
  return task.access;
}

function found(
  { lon, lat, people }: DemandRange,
  sites: RangeSites,
  steps: Steps,
  unit: number,
): { task: PointTask; worker: PointWorker } {
  const input: PointInput = {
    places: { lon, lat },
    sites: { ...sites, mask: new Uint32Array(sites.lon.length).fill(1) },
    items: { place: Uint32Array.from(lon.keys()), group: new Uint8Array(lon.length), people },
    steps,
  };
  const task = pointTask(input, 1, (bytes) => new ArrayBuffer(bytes), unit);
  dealItems(task);
  layOutGroup(task, 0);
  const worker = pointWorker(task, 0);
  worker.begin();
  for (const chunk of chunksOf(task)) worker.count(chunk);
  return { task, worker };
}
