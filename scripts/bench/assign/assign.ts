import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { orderRequests } from '../../../core/matching/candidates/order-requests.ts';
import { checkPlacement } from '../../../core/placement/check-placement.ts';
import type { Placement, PlacementProblem } from '../../../core/placement/problem.ts';
import { type SolveOptions, solvePlacement } from '../../../core/placement/solve-placement.ts';
import type { BenchContext } from '../bench-context.ts';
import { wholeNumber } from '../candidates/bench-options.ts';
import { lineWriter } from '../instance/line-writer.ts';
import { CATEGORIES, readInstance } from '../instance/read-instance.ts';
import { readPlacementProblem } from '../instance/read-placement-problem.ts';
import { quantile, round } from '../quantile.ts';
import { measureRepairs } from './measure-repairs.ts';
import { startSimplex } from './network-simplex.ts';

/**
 * The placement of the highest total, with its proof. Every run does all of it again but for reading the files: sorting
 * (along a curve where the folder says where students live, else by the services in common), laying out, solving; the
 * first is the cold one. The peer solves the same between our runs.
 */
export async function benchAssign({ args, print, root }: BenchContext): Promise<void> {
  const { folder, out, runs, withPeer } = assignOptions(args);
  const begun = performance.now();
  const problem = readPlacementProblem(folder);
  const ordering = readOrdering(folder);
  const loaded = performance.now();
  const peer = withPeer ? await startSimplex(root, problem) : 'not asked for';
  const times: number[] = [];
  const peerTimes: number[] = [];
  let placement: Placement | undefined;
  let memoryOfOne = 0;
  for (let run = 0; run < runs; run++) {
    placement = undefined;
    const started = performance.now();
    placement = solvePlacement(problem, ordering());
    times.push(performance.now() - started);
    if (run === 0) memoryOfOne = memoryMb();
    if (typeof peer === 'string') continue;
    const solved = await peer.solve();
    if (solved.total !== placement.total) throw new Error(`The peer finds ${solved.total}`);
    peerTimes.push(solved.ms);
  }
  if (!placement) throw new Error('No run.');
  const checking = performance.now();
  const check = checkPlacement(problem, placement);
  const checked = performance.now();
  const [cold, ...warm] = times;
  print({
    requests: problem.first.length - 1,
    services: problem.capacity.length,
    edges: problem.service.length,
    runs,
    optimum: placement.total,
    placed: placement.placed,
    proven: check.optimal,
    load_s: seconds(loaded - begun),
    solve_cold_s: seconds(cold),
    solve_warm_min_s: seconds(Math.min(...warm)),
    solve_warm_median_s: seconds(quantile(warm, 0.5)),
    check_s: seconds(checked - checking),
    memory_one_run_mb: memoryOfOne,
    memory_mb: memoryMb(),
    ...(typeof peer === 'string'
      ? { lemon: peer }
      : {
          lemon_min_s: seconds(Math.min(...peerTimes)),
          lemon_median_s: seconds(quantile(peerTimes, 0.5)),
          ratio_of_medians: round(quantile(peerTimes, 0.5) / quantile(warm, 0.5)),
        }),
    ...measureRepairs(problem, placement),
  });
  if (typeof peer !== 'string') await peer.close();
  if (out) await writeAssignment(out, problem, placement);
}

/** How to put the requests in order, as often as it is wanted. */
function readOrdering(folder: string): () => SolveOptions {
  if (!existsSync(join(folder, 'students.csv'))) return () => ({});
  const { students, requests } = readInstance(folder, newRoom);
  return () => ({ order: orderRequests(students, requests, CATEGORIES, newRoom).request });
}

function assignOptions(args: readonly string[]) {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: 'string' }, runs: { type: 'string' }, alone: { type: 'boolean' } },
  });
  const [folder] = positionals;
  if (!folder) throw new Error('which folder? It holds candidates.csv, requests.csv and services.csv');
  return { folder, out: values.out, runs: wholeNumber('runs', values.runs, 5), withPeer: !values.alone };
}

async function writeAssignment(
  folder: string,
  { service }: PlacementProblem,
  { edgeOf }: Placement,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = lineWriter(join(folder, 'assignment.csv'), 'request,service');
  edgeOf.forEach((edge, request) => {
    if (edge >= 0) file.write(`${request},${service[edge]}`);
  });
  file.close();
}

const newRoom = (bytes: number) => new ArrayBuffer(bytes);
const memoryMb = () => round(process.resourceUsage().maxRSS / 1024, 0);
const seconds = (milliseconds: number | undefined) => round((milliseconds ?? Number.NaN) / 1000, 4);
