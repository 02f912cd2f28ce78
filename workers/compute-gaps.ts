import { GapParams } from '../core/gaps/gap.ts';
import type { Deps } from '../server/deps.ts';
import { writeGapResult } from '../server/gaps/gap-store.ts';
import { measureGaps } from '../server/gaps/measure-gaps.ts';
import { splitGapRun } from '../server/gaps/ranges/split-gap-run.ts';
import type { JobRecord } from '../server/jobs/job-collection.ts';
import { announced } from '../server/jobs/job-events.ts';
import { beginFinish, completeJob, reportProgress } from '../server/jobs/job-store.ts';
import { beginAskedJob } from './begin-asked-job.ts';
import { askForRest } from './do-range.ts';

/** Computes and stores the figures of one gap run, or has a large one done range by range by all workers. */
export async function computeGapRun(deps: Deps, jobId: string, now = new Date()): Promise<void> {
  const job = await beginAskedJob(deps, jobId);
  if (!job) return;
  const problem = await splitGapRun(deps, jobId, GapParams.parse(job.params), now);
  if (problem) await askForRest(deps, problem);
  else await computeHere(deps, job, now);
}

async function computeHere(deps: Deps, { id, params }: JobRecord, now: Date): Promise<void> {
  const { db } = deps;
  const going = async (done: number, total: number) =>
    (await announced(deps, reportProgress(db, id, { step: 'measuring', done, total }))) !== undefined;
  const result = await measureGaps(deps, GapParams.parse(params), going, now);
  if (!result || !(await beginFinish(db, id))) return;
  await writeGapResult(db, id, result);
  await announced(deps, completeJob(db, id, { offers: result.offers, students: result.total.students }));
}
