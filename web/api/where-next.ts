import type { JobView } from '../../core/jobs/job.ts';
import type { SitingAsk } from '../../core/where-next/siting-ask.ts';
import type { SitingOutcome } from '../../core/where-next/siting-outcome.ts';
import { JOB_PATHS } from './jobs.ts';
import { get, post } from './request.ts';

export function startSiting(ask: SitingAsk): Promise<JobView> {
  return post<JobView>(JOB_PATHS.siting, ask);
}

export function loadSiting(id: string, signal?: AbortSignal): Promise<SitingOutcome> {
  return get<SitingOutcome>(`${JOB_PATHS.siting}/${id}/result`, {}, signal);
}
