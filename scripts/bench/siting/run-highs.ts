import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { SitingBenchOptions } from './siting-options.ts';

const script = fileURLToPath(new URL('../peers/siting.py', import.meta.url));

/** HiGHS's answer to the same question, by SciPy in a process of its own; or why there is none. */
export async function runHighs(options: SitingBenchOptions): Promise<unknown> {
  if (options.capacity !== undefined) return 'skipped: asked without capacities only';
  const run = promisify(execFile);
  if (options.model === 'p-centre') return 'skipped: not one problem for a solver but a row of them';
  try {
    await run('python3', ['-c', 'from scipy.optimize import milp']);
  } catch {
    return 'skipped: no SciPy (Debian: apt install python3-scipy)';
  }
  const { model, cost, weights, p = 0, radius = 0, seconds } = options;
  const { stdout } = await run('python3', [
    script,
    ...[model, cost, weights, p, radius, seconds].map(String),
  ]);
  return JSON.parse(stdout);
}
