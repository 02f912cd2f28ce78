import type { PlanParams } from '../../core/placement/plan.ts';
import type { Deps } from '../deps.ts';
import type { JobRecord } from '../jobs/job-collection.ts';
import { createJob } from '../jobs/job-store.ts';

/** Records a plan that is to be made and asks the workers for it. */
export async function startPlan(
  { db, queues }: Pick<Deps, 'db' | 'queues'>,
  params: PlanParams,
  by: { districtId: string; schoolIds: string[]; accountId?: string | undefined },
): Promise<JobRecord> {
  const job = await createJob(db, {
    kind: 'plan',
    params,
    step: 'waiting',
    districtId: by.districtId,
    schoolIds: by.schoolIds,
    ...(by.accountId !== undefined && { accountId: by.accountId }),
  });
  await queues.askSoon('plans', 'make', { jobId: job.id });
  return job;
}
