import { weightingOf } from '../../core/matching/weighting.ts';
import type { Deps } from '../deps.ts';
import type { JobRecord } from '../jobs/job-collection.ts';
import { createJob } from '../jobs/job-store.ts';
import { matchingRulesOf } from '../weights/matching-rules-of.ts';
import type { MatchScope } from './match-scope.ts';

/** Records a run with the weights that hold now, and asks the workers for it. */
export async function startMatchRun(
  { db, queues, rules }: Pick<Deps, 'db' | 'queues' | 'rules'>,
  scope: MatchScope,
  by: { districtId: string; schoolIds: string[]; accountId?: string | undefined },
): Promise<JobRecord> {
  const job = await createJob(db, {
    kind: 'match',
    params: scope,
    step: 'waiting',
    districtId: by.districtId,
    schoolIds: by.schoolIds,
    weighting: weightingOf(await matchingRulesOf(db, rules, by.districtId)),
    ...(by.accountId !== undefined && { accountId: by.accountId }),
  });
  await queues.askSoon('matches', 'begin', { jobId: job.id });
  return job;
}
