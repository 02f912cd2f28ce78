import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SitingProblem } from '../../../core/siting/siting-problem.ts';

const folder = fileURLToPath(new URL('../../../../shared/reference/siting/', import.meta.url));

interface Expected {
  mclp: { radius: number; p: number; objective: number }[];
  lscp: { radius: number; objective?: number; error?: string }[];
  pmedian: { p: number; objective: number }[];
  pcenter: { p: number; objective: number }[];
}

/** Places, candidates and answers beside the checkout; undefined where they are not there. */
export function sanFrancisco() {
  if (!existsSync(folder)) return undefined;
  const rows = read('sf205x16_cost.csv');
  const shape: Pick<SitingProblem, 'cost' | 'sites' | 'weights'> = {
    cost: Float64Array.from(rows.flatMap((row) => row.slice(1).map(Number))),
    sites: rows[0]!.length - 1,
    weights: Float64Array.from(read('sf205_demand.csv'), (row) => Number(row[1])),
  };
  const expected: Expected = JSON.parse(readFileSync(`${folder}expected.json`, 'utf8'));
  return { shape, expected };
}

/** A p-median problem of OR-Library (J. E. Beasley, 1985): every node is a place and a candidate. */
export function orLibrary(name: string): { problem: SitingProblem; optimum: number } | undefined {
  if (!existsSync(folder)) return undefined;
  const [[sites = 0, , p = 0] = [], ...edges] = readFileSync(`${folder}orlib/${name}.txt`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const { optimal } = JSON.parse(readFileSync(`${folder}orlib/optimal.json`, 'utf8'));
  const weights = new Float64Array(sites).fill(1);
  const problem = { model: 'p-median' as const, cost: shortestWays(sites, edges), weights, sites, p };
  return { problem, optimum: optimal[name] };
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

const read = (name: string) =>
  readFileSync(`${folder}${name}`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
