import { GapParams } from '../core/gaps/gap.ts';
import type { Deps } from '../server/deps.ts';
import { writeGapResult } from '../server/gaps/gap-store.ts';
import { discardRanges, readProblem } from '../server/gaps/ranges/range-store.ts';
import { tellSplitRun } from '../server/gaps/ranges/tell-split-run.ts';
import { announced } from '../server/jobs/job-events.ts';
import { beginFinish, beginJob, completeJob } from '../server/jobs/job-store.ts';

/**
 * Puts the figures of a gap run together when all of its ranges are done. Where areas or services have changed since it
 * was cut, it begins anew. Every step can be done again.
 */
export async function finishGapRun(deps: Deps, jobId: string, now = new Date()): Promise<void> {
  const { db, queues } = deps;
  const job = await beginJob(db, jobId);
  const problem = job && (await readProblem(db, jobId));
  if (problem) {
    const result = await tellSplitRun(deps, problem, GapParams.parse(job.params), now);
    if (!result) {
      await discardRanges(db, jobId);
      await queues.ask('gaps', 'compute', { jobId });
      return;
    }
    if (await beginFinish(db, jobId)) {
      await writeGapResult(db, jobId, result);
      const summary = { offers: result.offers, students: result.total.students };
      await announced(deps, completeJob(db, jobId, summary));
    }
  }
  await discardRanges(db, jobId);
}
