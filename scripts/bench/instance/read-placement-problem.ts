import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { PlacementProblem } from '../../../core/placement/problem.ts';
import { readColumns } from './read-columns.ts';
import { readNumberTable } from './read-number-table.ts';

/** No line of candidates.csv is shorter: "0,1,0,0,0" and its end. */
const SHORTEST_LINE = 10;

/**
 * candidates.csv (in the order of the requests), the places of services.csv and the count of requests.csv as a problem.
 * @throws Error naming file and row for what does not fit
 */
export function readPlacementProblem(folder: string): PlacementProblem {
  const { cap } = readColumns(join(folder, 'services.csv'), (rows) => ({ cap: new Uint32Array(rows) }));
  const { student } = readColumns(join(folder, 'requests.csv'), (rows) => ({
    student: new Uint32Array(rows),
  }));
  const path = join(folder, 'candidates.csv');
  // Memory that is never written is never taken, so too much room costs nothing.
  const room = Math.ceil(statSync(path).size / SHORTEST_LINE);
  const service = new Uint32Array(room);
  const score = new Int32Array(room);
  const first = new Uint32Array(student.length + 1);
  let edges = 0;
  let last = 0;
  readNumberTable(path, ['request', 'service', 'score'], (values) => {
    const request = values[0]!;
    if (request < last || request >= student.length || values[1]! >= cap.length)
      throw new Error(`${path}: request ${request} with service ${values[1]} does not belong here`);
    while (last < request) first[++last] = edges;
    service[edges] = values[1]!;
    score[edges] = values[2]!;
    edges++;
  });
  first.fill(edges, last + 1);
  return {
    first,
    service: service.subarray(0, edges),
    score: score.subarray(0, edges),
    capacity: Int32Array.from(cap),
  };
}
