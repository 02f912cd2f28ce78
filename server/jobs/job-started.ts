import type { Response } from 'express';
import type { JobView } from '../../core/jobs/job.ts';
import type { JobRecord } from './job-collection.ts';
import { jobView } from './job-store.ts';

/** The answer to a request for long work: 202 with the address at which it can be watched. */
export function jobStarted(res: Response, path: string, job: JobRecord): JobView {
  res.status(202).location(`/api/v1${path}/${job.id}`);
  return jobView(job);
}
