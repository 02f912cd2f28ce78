import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  assembleTask,
  candidateRoom,
  growTrees,
  layOutSlots,
} from '../../../core/matching/candidates/candidate-task.ts';
import type { BenchContext } from '../bench-context.ts';
import { readInstance } from '../instance/read-instance.ts';
import { quantile, round } from '../quantile.ts';
import { candidateOptions } from './bench-options.ts';
import { LOOKED_FOR } from './looked-for.ts';
import { type PeerTimes, runScipy } from './run-scipy.ts';
import { startSearchThreads } from './search-threads.ts';
import { sumUp, writeCandidates } from './write-candidates.ts';

const sharedRoom = (bytes: number) => new SharedArrayBuffer(bytes);

/**
 * The 20 nearest services of each request's category within 15 km. Every run does all of it again but for reading the
 * files; the first is the cold one. Then, where the machine has it, SciPy as often (`--alone`: without).
 */
export async function benchCandidates({ args, print }: BenchContext): Promise<void> {
  const { folder, out, threads, runs, alone } = candidateOptions(args);
  const begun = performance.now();
  const searching = startSearchThreads(threads);
  const instance = readInstance(folder, sharedRoom);
  const loaded = performance.now();
  await searching.ready;
  const started = performance.now();

  const input = { ...instance, ...LOOKED_FOR };
  const room = candidateRoom(input, sharedRoom);
  const times: RunTimes[] = [];
  let task = assembleTask(input, { trees: [], ...layOutSlots(input, sharedRoom), ...room });
  for (let run = 0; run < runs; run++) {
    const clock = [performance.now()];
    const trees = growTrees(input, sharedRoom);
    clock.push(performance.now());
    const slots = layOutSlots(input, sharedRoom);
    clock.push(performance.now());
    task = assembleTask(input, { trees, ...slots, ...room });
    searching.run(task);
    clock.push(performance.now());
    times.push(timesOf(clock));
  }
  await searching.close();
  const memory = process.resourceUsage().maxRSS / 1024;
  const { edges, sumKm, without } = sumUp(task);
  const [cold, ...warm] = times;
  const scipy = alone ? undefined : await runScipy(folder, threads, runs);
  print({
    requests: instance.requests.cat.length,
    services: instance.services.mask.length,
    threads,
    runs,
    load_s: seconds(loaded - begun),
    threads_s: seconds(started - loaded),
    cold,
    warm_min: best(warm, 0),
    warm_median: best(warm, 0.5),
    memory_mb: round(memory, 0),
    edges,
    without,
    sum_km: sumKm,
    scipy: alone ? 'not asked' : scipy ? besideScipy(scipy, times) : 'not on this machine',
  });
  if (out) {
    await mkdir(out, { recursive: true });
    writeCandidates(join(out, 'candidates.csv'), task);
  }
}

/** The same number of runs; of each the quickest, building, sorting and asking together. */
function besideScipy(peer: PeerTimes, ours: readonly RunTimes[]) {
  const theirs = Math.min(...peer.query_s.map((query, run) => query + peer.build_s[run]!));
  const own = Math.min(...ours.map(({ build_s, sort_s, query_s }) => build_s + sort_s + query_s));
  return {
    version: peer.version,
    cold_s: round(peer.build_s[0]! + peer.query_s[0]!, 4),
    least_s: round(theirs, 4),
    ratio: round(own / theirs),
    edges: peer.edges,
    sum_km: peer.sum_km,
  };
}

interface RunTimes {
  build_s: number;
  sort_s: number;
  query_s: number;
}

function timesOf([a, b, c, d]: readonly number[]): RunTimes {
  return { build_s: seconds(b! - a!), sort_s: seconds(c! - b!), query_s: seconds(d! - c!) };
}

function best(times: readonly RunTimes[], q: number): RunTimes | undefined {
  if (times.length === 0) return undefined;
  const of = (part: keyof RunTimes) =>
    quantile(
      times.map((time) => time[part]),
      q,
    );
  return { build_s: of('build_s'), sort_s: of('sort_s'), query_s: of('query_s') };
}

function seconds(milliseconds: number): number {
  return round(milliseconds / 1000, 4);
}
