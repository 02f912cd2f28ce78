import type { Action } from '../core/policy/actions.ts';
import { decide } from '../core/policy/decide.ts';
import type { Resource } from '../core/policy/resource.ts';
import { accountStore } from '../server/accounts/account-store.ts';
import type { Deps } from '../server/deps.ts';
import { importResource } from '../server/imports/import-resource.ts';
import type { JobRecord } from '../server/jobs/job-collection.ts';
import { announced } from '../server/jobs/job-events.ts';
import { beginJob, failJob } from '../server/jobs/job-store.ts';
import { runResource } from '../server/matches/run-resource.ts';
import { planResource } from '../server/plans/plan-resource.ts';

interface Asking {
  action: Action;
  resourceOf(job: JobRecord): Resource;
}

const ASKINGS: Record<JobRecord['kind'], Asking> = {
  match: { action: 'matches.run', resourceOf: runResource },
  import: { action: 'imports.run', resourceOf: importResource },
  gaps: { action: 'gaps.run', resourceOf: () => ({}) },
  siting: { action: 'siting.run', resourceOf: () => ({}) },
  plan: { action: 'plans.run', resourceOf: planResource },
  quality: { action: 'quality.run', resourceOf: () => ({ about: 'directory' }) },
  duplicates: { action: 'duplicates.run', resourceOf: () => ({ about: 'directory' }) },
  geocode: { action: 'geocoding.run', resourceOf: () => ({ about: 'directory' }) },
};

/**
 * Begins a job if whoever asked for it may still do so: between asking and working, a role may have ended. What was
 * asked on the command line is the operator's. Undefined when there is nothing to do.
 */
export async function beginAskedJob(deps: Deps, jobId: string): Promise<JobRecord | undefined> {
  const job = await announced(deps, beginJob(deps.db, jobId));
  if (!job?.accountId) return job;
  const { action, resourceOf } = ASKINGS[job.kind];
  const account = await accountStore(deps.db).find(job.accountId);
  if (decide(account, action, resourceOf(job)).allowed) return job;
  const words = 'The account that asked for this may no longer do it. Nothing was changed.';
  await announced(deps, failJob(deps.db, jobId, words));
  return undefined;
}
