import { weightingOf } from '../../core/matching/weighting.ts';
import type { PlanParams } from '../../core/placement/plan.ts';
import type { Deps } from '../deps.ts';
import type { JobRecord } from '../jobs/job-collection.ts';
import { createJob } from '../jobs/job-store.ts';
import { matchingRulesOf } from '../weights/matching-rules-of.ts';

/** Records a plan that is to be made, with the weights that hold now, and asks the workers for it. */
export async function startPlan(
  { db, queues, rules }: Pick<Deps, 'db' | 'queues' | 'rules'>,
  params: PlanParams,
  by: { districtId: string; schoolIds: string[]; accountId?: string | undefined },
): Promise<JobRecord> {
  const job = await createJob(db, {
    kind: 'plan',
    params,
    step: 'waiting',
    districtId: by.districtId,
    schoolIds: by.schoolIds,
    weighting: weightingOf(await matchingRulesOf(db, rules, by.districtId)),
    ...(by.accountId !== undefined && { accountId: by.accountId }),
  });
  await queues.askSoon('plans', 'make', { jobId: job.id });
  return job;
}
