import type { Deps } from '../deps.ts';
import type { JobRecord } from '../jobs/job-collection.ts';
import { createJob } from '../jobs/job-store.ts';
import type { MatchScope } from './match-scope.ts';

/** Records a run and asks the workers for it. */
export async function startMatchRun(
  { db, queues }: Pick<Deps, 'db' | 'queues'>,
  scope: MatchScope,
  by: { districtId: string; schoolIds: string[]; accountId?: string | undefined },
): Promise<JobRecord> {
  const job = await createJob(db, {
    kind: 'match',
    params: scope,
    step: 'waiting',
    districtId: by.districtId,
    schoolIds: by.schoolIds,
    ...(by.accountId !== undefined && { accountId: by.accountId }),
  });
  await queues.askSoon('matches', 'begin', { jobId: job.id });
  return job;
}
