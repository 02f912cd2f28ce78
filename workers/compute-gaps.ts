import { computeGaps } from '../core/gaps/compute-gaps.ts';
import { GapParams } from '../core/gaps/gap.ts';
import type { Deps } from '../server/deps.ts';
import { writeGapResult } from '../server/gaps/gap-store.ts';
import { loadGapWorld } from '../server/gaps/gap-world.ts';
import { announced } from '../server/jobs/job-events.ts';
import { beginFinish, completeJob, reportProgress } from '../server/jobs/job-store.ts';
import { beginAskedJob } from './begin-asked-job.ts';

/** Computes and stores the figures of one gap run. */
export async function computeGapRun(deps: Deps, jobId: string, now = new Date()): Promise<void> {
  const { db, rules } = deps;
  const job = await beginAskedJob(deps, jobId);
  if (!job) return;
  const params = GapParams.parse(job.params);
  const world = await loadGapWorld(db, rules, params, now);
  const going = await announced(
    deps,
    reportProgress(db, jobId, { step: 'measuring', done: 0, total: world.counts.groups.length }),
  );
  if (!going) return;
  const result = computeGaps({ params, ...world, taxonomy: rules.taxonomy, travel: rules.travel });
  if (!(await beginFinish(db, jobId))) return;
  await writeGapResult(db, jobId, result);
  await announced(deps, completeJob(db, jobId, { offers: result.offers, students: result.total.students }));
}
