import { fileURLToPath } from 'node:url';
import { runPeer } from '../peers/run-peer.ts';

const script = fileURLToPath(new URL('../peers/e2sfca.py', import.meta.url));

export interface PeerAccess {
  version: string;
  seconds: number;
  sum_access: number;
  pairs: number;
  memory_mb: number;
}

/** SciPy's answer to the same question; undefined where this machine has no SciPy. */
export function runScipyAccess(
  folder: string,
  steps: readonly (readonly [number, number])[],
): Promise<PeerAccess | undefined> {
  return runPeer<PeerAccess>(script, [folder, JSON.stringify(steps)]);
}
