import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PlacementProblem } from '../../../core/placement/problem.ts';
import { problemOf, type Row } from './problems.ts';

export const referenceProblems = [
  { name: 'tiny', total: 88_114, placed: 185 },
  { name: 'small', total: 2_745_831, placed: 4_747 },
] as const;

/** An instance beside the checkout; undefined where it is not there. */
export function referenceProblem(name: string): PlacementProblem | undefined {
  const folder = fileURLToPath(new URL(`../../../../shared/reference/bench/${name}/`, import.meta.url));
  if (!existsSync(folder)) return undefined;
  const rows: Row[] = read(`${folder}requests.csv`).map(() => ({ urgency: 1, edges: [] }));
  for (const [request, , service, , score] of read(`${folder}candidates.csv`))
    rows[request!]!.edges.push([service!, score!]);
  return problemOf(
    rows,
    read(`${folder}services.csv`).map((columns) => columns[4]!),
    false,
  );
}

const read = (path: string) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
