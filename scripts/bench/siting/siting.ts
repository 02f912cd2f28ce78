import { writeFile } from 'node:fs/promises';
import type { SitingProblem, SitingResult } from '../../../core/siting/siting-problem.ts';
import { solveSiting } from '../../../core/siting/solve-siting.ts';
import type { BenchContext } from '../bench-context.ts';
import { quantile, round } from '../quantile.ts';
import { readTable } from './read-table.ts';
import { runHighs } from './run-highs.ts';
import { type SitingBenchOptions, sitingOptions } from './siting-options.ts';

/** The best sites with their proof. Every run starts from the matrix; the first is the cold one. */
export async function benchSiting({ args, print }: BenchContext): Promise<void> {
  const options = sitingOptions(args);
  const begun = performance.now();
  const { problem, places, sites } = readProblem(options);
  const loaded = performance.now();
  const times: number[] = [];
  const processor: number[] = [];
  let result: SitingResult | undefined;
  let memoryOfOne = 0;
  for (let run = 0; run < options.runs; run++) {
    const started = performance.now();
    const used = process.cpuUsage();
    result = solveSiting(problem, { seconds: options.seconds, now: () => performance.now() });
    const { user, system } = process.cpuUsage(used);
    times.push(performance.now() - started);
    processor.push((user + system) / 1000);
    if (run === 0) memoryOfOne = memoryMb();
    if (!result.proven) break;
  }
  if (!result) throw new Error('No run.');
  const [cold, ...warm] = times;
  const { objective, bound, proven, nodes, open } = result;
  print({
    model: options.model,
    places: places.length,
    candidates: sites.length,
    ...(options.p === undefined ? {} : { p: options.p }),
    ...(options.radius === undefined ? {} : { radius: options.radius }),
    ...(options.capacity === undefined ? {} : { capacity: options.capacity }),
    objective,
    bound,
    gap_percent: round((100 * Math.abs(objective - bound)) / Math.max(Math.abs(bound), 1e-9), 4),
    proven,
    open: open.length,
    nodes,
    load_s: seconds(loaded - begun),
    solve_cold_s: seconds(cold),
    cpu_cold_s: seconds(processor[0]),
    ...(warm.length === 0
      ? {}
      : {
          solve_warm_min_s: seconds(Math.min(...warm)),
          solve_warm_median_s: seconds(quantile(warm, 0.5)),
          cpu_warm_min_s: seconds(Math.min(...processor.slice(1))),
        }),
    memory_one_run_mb: memoryOfOne,
    highs: options.withPeer ? await runHighs(options) : 'not asked for',
  });
  if (options.out) await writeFile(options.out, resultCsv(places, sites, result));
}

/** Weights stand in the second column and belong to the place that the first names. */
function readProblem({ cost, weights, model, p, radius, capacity }: SitingBenchOptions) {
  const table = readTable(cost);
  const people = readTable(weights);
  const peopleOf = new Map(
    people.rows.map((name, row) => [name, people.values[row * people.columns.length]!]),
  );
  const problem: SitingProblem = {
    model,
    cost: table.values,
    weights: Float64Array.from(table.rows, (name) => {
      const own = peopleOf.get(name);
      if (own === undefined) throw new Error(`${weights} has no row ${name}`);
      return own;
    }),
    sites: table.columns.length,
    ...(p === undefined ? {} : { p }),
    ...(radius === undefined ? {} : { radius }),
    ...(capacity === undefined ? {} : { capacity: new Float64Array(table.columns.length).fill(capacity) }),
  };
  return { problem, places: table.rows, sites: table.columns };
}

/** Which site each place goes to; empty: none. */
function resultCsv(places: readonly string[], sites: readonly string[], { assigned }: SitingResult): string {
  const lines = places.map((place, row) => `${place},${sites[assigned[row]!] ?? ''}`);
  return `${['place,site', ...lines].join('\n')}\n`;
}

const memoryMb = () => round(process.resourceUsage().maxRSS / 1024, 0);
const seconds = (milliseconds: number | undefined) => round((milliseconds ?? Number.NaN) / 1000, 4);
