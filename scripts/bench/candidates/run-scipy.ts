import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const script = fileURLToPath(new URL('../peers/nearest.py', import.meta.url));

export interface PeerTimes {
  version: string;
  build_s: number[];
  query_s: number[];
  edges: number;
  sum_km: number;
}

/** SciPy's answer to the same question, as often asked; undefined where this machine has no SciPy. */
export async function runScipy(
  folder: string,
  threads: number,
  runs: number,
): Promise<PeerTimes | undefined> {
  const run = promisify(execFile);
  try {
    await run('python3', ['-c', 'import scipy.spatial']);
  } catch {
    return undefined;
  }
  const { stdout } = await run('python3', [script, folder, String(threads), String(runs)]);
  return JSON.parse(stdout) as PeerTimes;
}
