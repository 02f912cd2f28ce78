import { solveSiting } from '../../../core/siting/solve-siting.ts';
import type { BenchContext } from '../bench-context.ts';
import { round } from '../quantile.ts';
import { readOrlib } from './read-orlib.ts';

/** p-median problems as OR-Library has them (pmed1 to pmed40), each a line; a proven objective is to be its optimum. */
export async function benchSitingOrlib({ args, print }: BenchContext): Promise<void> {
  if (args.length === 0) throw new Error('npm run bench -- siting-orlib <pmed1.txt> …');
  for (const path of args) {
    const problem = readOrlib(path);
    const used = process.cpuUsage();
    const { objective, bound, proven, nodes } = solveSiting(problem, {
      seconds: SECONDS,
      now: () => performance.now(),
    });
    const { user, system } = process.cpuUsage(used);
    const cpu = round((user + system) / 1e6, 3);
    print({ path, nodes_of_net: problem.sites, p: problem.p, objective, bound, proven, nodes, cpu_s: cpu });
  }
}

const SECONDS = 120;
