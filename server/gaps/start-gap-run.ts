import type { GapParams } from '../../core/gaps/gap.ts';
import type { Deps } from '../deps.ts';
import type { JobRecord } from '../jobs/job-collection.ts';
import { createJob } from '../jobs/job-store.ts';

/** Records a gap run and asks the workers for it. */
export async function startGapRun(
  { db, queues }: Pick<Deps, 'db' | 'queues'>,
  params: GapParams,
  accountId?: string,
): Promise<JobRecord> {
  const job = await createJob(db, {
    kind: 'gaps',
    params,
    step: 'waiting',
    ...(accountId !== undefined && { accountId }),
  });
  await queues.askSoon('gaps', 'compute', { jobId: job.id });
  return job;
}
