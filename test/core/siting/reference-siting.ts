import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SitingProblem } from '../../../core/siting/siting-problem.ts';
import { readOrlib } from '../../../scripts/bench/siting/read-orlib.ts';

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

/** A p-median problem of OR-Library with its optimum. */
export function orLibrary(name: string): { problem: SitingProblem; optimum: number } | undefined {
  if (!existsSync(folder)) return undefined;
  const { optimal } = JSON.parse(readFileSync(`${folder}orlib/optimal.json`, 'utf8'));
  return { problem: readOrlib(`${folder}orlib/${name}.txt`), optimum: optimal[name] };
}

const read = (name: string) =>
  readFileSync(`${folder}${name}`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
