import { GapParams } from '../core/gaps/gap.ts';
import type { Deps } from '../server/deps.ts';
import { writeGapResult } from '../server/gaps/gap-store.ts';
import { measureGaps } from '../server/gaps/measure-gaps.ts';
import { announced } from '../server/jobs/job-events.ts';
import { beginFinish, completeJob, reportProgress } from '../server/jobs/job-store.ts';
import { beginAskedJob } from './begin-asked-job.ts';

/** Computes and stores the figures of one gap run. */
export async function computeGapRun(deps: Deps, jobId: string, now = new Date()): Promise<void> {
  const { db } = deps;
  const job = await beginAskedJob(deps, jobId);
  if (!job) return;
  const going = async (done: number, total: number) =>
    (await announced(deps, reportProgress(db, jobId, { step: 'measuring', done, total }))) !== undefined;
  const result = await measureGaps(deps, GapParams.parse(job.params), going, now);
  if (!result || !(await beginFinish(db, jobId))) return;
  await writeGapResult(db, jobId, result);
  await announced(deps, completeJob(db, jobId, { offers: result.offers, students: result.total.students }));
}
