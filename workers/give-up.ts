import type { Deps } from '../server/deps.ts';
import { discardRanges } from '../server/gaps/ranges/range-store.ts';
import { deleteUpload } from '../server/imports/upload-store.ts';
import { announced } from '../server/jobs/job-events.ts';
import { failJob, readJob } from '../server/jobs/job-store.ts';
import { discardMatches } from '../server/matches/match-store.ts';
import { discardPlan } from '../server/plans/plan-store.ts';
import { discardSiting } from '../server/siting/siting-store.ts';

/** Ends a job that cannot be brought to its end, says so in plain words, and clears away what it had begun. */
export async function giveUp(deps: Deps, jobId: string, what: string): Promise<void> {
  const job = await readJob(deps.db, jobId);
  const kept = job?.finishing ? 'Some of it may be shown already.' : 'What was there before is unchanged.';
  const failed = await announced(deps, failJob(deps.db, jobId, `${what} ${kept} You can start it again.`));
  if (failed?.kind === 'plan') await discardPlan(deps.db, jobId);
  if (failed?.kind === 'gaps') await discardRanges(deps.db, jobId);
  if (failed?.kind === 'siting') await discardSiting(deps.db, jobId);
  if (failed?.kind === 'match') await discardMatches(deps.db, jobId);
  // A file of students holds exact homes: it does not outlive its import, whatever became of it.
  if (failed?.kind === 'import') await deleteUpload(deps.db, jobId);
}
