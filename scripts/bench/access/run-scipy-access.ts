import { join } from 'node:path';
import { runPeer } from '../peers/run-peer.ts';

export interface PeerAccess {
  version: string;
  seconds: number;
  sum_access: number;
  pairs: number;
  memory_mb: number;
}

/** SciPy's answer to the same question; undefined where this machine has no SciPy. */
export function runScipyAccess(
  root: string,
  folder: string,
  steps: readonly (readonly [number, number])[],
): Promise<PeerAccess | undefined> {
  return runPeer<PeerAccess>(join(root, 'scripts/bench/peers/e2sfca.py'), [folder, JSON.stringify(steps)]);
}
