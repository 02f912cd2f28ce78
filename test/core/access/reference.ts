import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AccessProblem } from '../../../core/access/access-problem.ts';
import { problemOf } from './access-world.ts';

const folder = fileURLToPath(new URL('../../../../shared/reference/access/', import.meta.url));

export const isReferenceThere = existsSync(folder);

/** A stored value: JSON has no Infinity and no NaN. */
export type Told = number | 'NaN' | 'Infinity';
export type Way = [origin: number, destination: number, cost: number];

export interface Case {
  name: string;
  problem: AccessProblem;
  ids: readonly number[];
  args: { max_cost: number };
  expected: Record<string, Record<string, Told> | string>;
}

/** edge_cases.json */
export function edgeCases(): Case[] {
  const file = readJson<Record<string, EdgeCase>>('edge_cases.json');
  return Object.entries(file).map(([name, { demand, supply, od, args, expected }]) => ({
    name,
    problem: problemOf(demand, supply, od),
    ids: demand.map(([id]) => id),
    args,
    expected,
  }));
}

interface EdgeCase {
  demand: [number, number][];
  supply: [number, number][];
  od: Way[];
  args: { max_cost: number };
  expected: Case['expected'];
}

/** hospital_example.json: the same places, four tables of ways. */
export function hospitals() {
  const file = readJson<{
    demand_supply: { geoid: number; pop: number; doc: number }[];
    scenarios: {
      od: { origin: number; dest: number; cost: number }[];
      expected: Record<string, Record<string, Told>>;
    }[];
  }>('hospital_example.json');
  const ids = file.demand_supply.map(({ geoid }) => geoid);
  return file.scenarios.map(({ od, expected }) => ({
    ids,
    expected,
    problem: problemOf(
      file.demand_supply.map(({ geoid, pop }) => [geoid, pop]),
      file.demand_supply.map(({ geoid, doc }) => [geoid, doc]),
      od.map(({ origin, dest, cost }): Way => [origin, dest, cost]),
    ),
  }));
}

/** grid5.json: 25 places, all 625 ways. */
export function grid() {
  const { points, expected } = readJson<{
    points: { id: number; x: number; y: number; demand: number; supply: number }[];
    expected: Record<string, Record<string, Told>>;
  }>('grid5.json');
  const od = points.flatMap((a) =>
    points.map((b): Way => [a.id, b.id, Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2)]),
  );
  const problem = problemOf(
    points.map(({ id, demand }) => [id, demand]),
    points.map(({ id, supply }) => [id, supply]),
    od,
  );
  return { problem, expected, ids: points.map(({ id }) => id) };
}

/** subset150: census tracts of Chicago, doctors or dentists. */
export function tracts(supplies: 'doc' | 'dentist') {
  const rows = readCsv('subset150_tracts.csv');
  const od = readCsv('subset150_od.csv').map((row): Way => [row.origin!, row.dest!, row.cost!]);
  const problem = problemOf(
    rows.map((row) => [row.geoid!, row.pop!]),
    rows.map((row) => [row.geoid!, row[supplies]!]),
    od,
  );
  const expected = new Map(readCsv('subset150_expected.csv').map((row) => [row.geoid!, row]));
  return { problem, ids: rows.map((row) => row.geoid!), expected };
}

export function readWeights(): Record<string, [cost: number, weight: number][]> {
  return readJson('weights.json');
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(folder + name, 'utf8')) as T;
}

function readCsv(name: string): Record<string, number>[] {
  const [header = '', ...lines] = readFileSync(folder + name, 'utf8')
    .trim()
    .split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const values = line.split(',');
    return Object.fromEntries(names.map((column, i) => [column, values[i] ? Number(values[i]) : Number.NaN]));
  });
}
