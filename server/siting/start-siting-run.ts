import type { SitingAsk } from '../../core/where-next/siting-ask.ts';
import type { Deps } from '../deps.ts';
import type { JobRecord } from '../jobs/job-collection.ts';
import { createJob } from '../jobs/job-store.ts';

/** Records a question and asks the workers for its answer. */
export async function startSitingRun(
  { db, queues }: Pick<Deps, 'db' | 'queues'>,
  ask: SitingAsk,
  accountId?: string,
): Promise<JobRecord> {
  const job = await createJob(db, {
    kind: 'siting',
    params: ask,
    step: 'waiting',
    ...(accountId !== undefined && { accountId }),
  });
  await queues.askSoon('siting', 'solve', { jobId: job.id });
  return job;
}
