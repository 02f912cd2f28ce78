import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The JSON line that a Python script with SciPy prints; undefined where this machine has no SciPy. */
export async function runPeer<T>(script: string, args: readonly string[]): Promise<T | undefined> {
  const run = promisify(execFile);
  try {
    await run('python3', ['-c', 'import scipy.spatial']);
  } catch {
    return undefined;
  }
  const { stdout } = await run('python3', [script, ...args]);
  return JSON.parse(stdout) as T;
}
