import { createHash } from 'node:crypto';
import { unitOf } from '../../../core/access/points/point-task.ts';
import { peopleToCount } from '../../../core/gaps/measure-places.ts';
import type { GapProblem } from '../gap-problem.ts';
import { joinColumns, packNumbers } from './pack-numbers.ts';
import type { RangeProblemRecord, RangeRecord } from './range-collections.ts';
import { rangeId } from './range-store.ts';

type Steps = RangeProblemRecord['steps'];
type Measured = GapProblem & { measure: NonNullable<GapProblem['measure']> };

/** Cuts a problem into ranges of so many places in their order, each of which can be counted by itself. */
export function splitProblem(
  runId: string,
  problem: Measured,
  steps: Steps,
  size: number,
): { problem: RangeProblemRecord; ranges: Iterable<RangeRecord> } {
  const { measure, places, supply } = problem;
  const people = peopleToCount(measure.method, places);
  const columns = [...pointColumns(places), ...people];
  const sites = joinColumns([
    ...pointColumns(supply.places),
    Float64Array.from(supply.places, ({ capacity }) => capacity),
  ]);
  const count = Math.ceil(places.length / size);
  return {
    problem: {
      id: runId,
      inputs: inputsOf(problem, steps),
      ranges: count,
      steps,
      units: people.map((column) => unitOf(column.reduce((sum, each) => sum + each, 0))),
      sites: packNumbers(sites),
    },
    ranges: cut(runId, columns, count, size),
  };
}

/** A code of all that the ranges of a problem are computed from, and of the ids that stand for it. */
export function inputsOf({ measure, places, supply }: Measured, steps: Steps): string {
  const hash = createHash('sha256').update(JSON.stringify([measure, steps]));
  for (const { id, point, people, low, high } of places)
    hash.update(JSON.stringify([id, point, people, low, high]));
  for (const { id, point, capacity } of supply.places) hash.update(JSON.stringify([id, point, capacity]));
  return hash.digest('base64url');
}

function* cut(runId: string, columns: readonly Float64Array[], count: number, size: number) {
  for (let n = 0; n < count; n++) {
    const part = columns.map((column) => column.subarray(n * size, (n + 1) * size));
    yield { id: rangeId(runId, n), runId, n, places: packNumbers(joinColumns(part)) };
  }
}

function pointColumns(places: readonly { point: readonly number[] }[]): Float64Array[] {
  return [0, 1].map((axis) => Float64Array.from(places, ({ point }) => point[axis] ?? Number.NaN));
}
