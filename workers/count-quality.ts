import type { Deps } from '../server/deps.ts';
import { announced } from '../server/jobs/job-events.ts';
import { beginFinish, completeJob } from '../server/jobs/job-store.ts';
import { progressReporter } from '../server/jobs/progress-reporter.ts';
import { countQuality } from '../server/quality/count-quality.ts';
import { keepCount } from '../server/quality/quality-store.ts';
import { beginAskedJob } from './begin-asked-job.ts';

/** Counts what is wrong in the directory. Killed anywhere, it is done again from the start. */
export async function countQualityRun(deps: Deps, jobId: string): Promise<void> {
  const job = await beginAskedJob(deps, jobId);
  if (!job) return;
  const { report, signal } = progressReporter(deps, jobId);
  const count = await countQuality(deps, { report, isStopped: () => signal.aborted });
  if (!count || !(await beginFinish(deps.db, jobId))) return;
  await keepCount(deps.db, { id: jobId, ...count });
  await announced(deps, completeJob(deps.db, jobId, { sources: count.all.length }));
}
