import type { Deps } from '../server/deps.ts';
import type { JobRecord } from '../server/jobs/job-collection.ts';
import { loadMatchWorld, type MatchWorld } from '../server/matches/match-world.ts';
import { rulesOfRun } from '../server/weights/matching-rules-of.ts';

export type { MatchWorld };

let latest: { runId: string; world: Promise<MatchWorld> } | undefined;

/** The world of a run, kept while this worker has chunks of it: directory and schools are read once, not a chunk. */
export function matchWorldOf(
  deps: Pick<Deps, 'db' | 'rules' | 'sealing'>,
  run: JobRecord,
): Promise<MatchWorld> {
  if (latest?.runId === run.id) return latest.world;
  const world = loadMatchWorld({ ...deps, rules: rulesOfRun(deps.rules, run) }, run.createdAt.slice(0, 10));
  const entry = { runId: run.id, world };
  latest = entry;
  world.catch(() => {
    if (latest === entry) latest = undefined;
  });
  return world;
}
