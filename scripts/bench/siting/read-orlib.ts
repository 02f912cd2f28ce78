import { readFileSync } from 'node:fs';
import type { SitingProblem } from '../../../core/siting/siting-problem.ts';

/** A p-median problem of OR-Library (J. E. Beasley, 1985): every node is a place and a candidate. */
export function readOrlib(path: string): SitingProblem & { p: number } {
  const [[sites = 0, , p = 0] = [], ...edges] = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const weights = new Float64Array(sites).fill(1);
  return { model: 'p-median', cost: shortestWays(sites, edges), weights, sites, p };
}

/** Floyd and Warshall; of a repeated edge the last cost counts. */
function shortestWays(count: number, edges: readonly number[][]): Float64Array {
  const way = new Float64Array(count * count).fill(Number.POSITIVE_INFINITY);
  for (let node = 0; node < count; node++) way[node * count + node] = 0;
  for (const [from = 0, to = 0, cost = 0] of edges) {
    way[(from - 1) * count + to - 1] = cost;
    way[(to - 1) * count + from - 1] = cost;
  }
  for (let by = 0; by < count; by++)
    for (let from = 0; from < count; from++) {
      const first = way[from * count + by]!;
      for (let to = 0; to < count; to++) {
        const length = first + way[by * count + to]!;
        if (length < way[from * count + to]!) way[from * count + to] = length;
      }
    }
  return way;
}
