import { fileURLToPath } from 'node:url';
import { runPeer } from '../peers/run-peer.ts';

const script = fileURLToPath(new URL('../peers/nearest.py', import.meta.url));

export interface PeerTimes {
  version: string;
  build_s: number[];
  query_s: number[];
  edges: number;
  sum_km: number;
}

/** SciPy's answer to the same question, as often asked; undefined where this machine has no SciPy. */
export function runScipy(folder: string, threads: number, runs: number): Promise<PeerTimes | undefined> {
  return runPeer<PeerTimes>(script, [folder, String(threads), String(runs)]);
}
