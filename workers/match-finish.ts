import type { Deps } from '../server/deps.ts';
import { announced } from '../server/jobs/job-events.ts';
import { beginFinish, completeJob, readJob } from '../server/jobs/job-store.ts';
import { MatchScope } from '../server/matches/match-scope.ts';
import { discardMatches, matchTotals, publishMatches, removeChunks } from '../server/matches/match-store.ts';
import { countStudents } from '../server/matches/scope-students.ts';

/** Makes a run's results the ones that are shown. Every step can be done again. */
export async function finishMatchRun(deps: Deps, jobId: string): Promise<void> {
  const { db } = deps;
  const run = await beginFinish(db, jobId);
  if (!run) {
    const ended = await readJob(db, jobId);
    if (ended && ended.status !== 'complete') await discardMatches(db, jobId);
    return;
  }
  const scope = MatchScope.parse(run.params);
  const computed = await publishMatches(db, run);
  const [students, totals] = await Promise.all([countStudents(db, scope), matchTotals(db, scope)]);
  const milliseconds = Date.now() - Date.parse(run.startedAt ?? run.createdAt);
  const result = {
    students,
    computed,
    unchanged: Math.max(0, students - computed),
    ...totals,
    milliseconds,
    findings: run.findings ?? [],
  };
  // Before the run ends: nobody would come back for what is left after it.
  await removeChunks(db, jobId);
  await announced(deps, completeJob(db, jobId, result));
}
