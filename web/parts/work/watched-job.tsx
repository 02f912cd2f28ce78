import type { JobView } from '../../../core/jobs/job.ts';
import type { JobKind } from '../../api/jobs.ts';
import { JobProgress } from './job-progress.tsx';
import { useJob } from './use-job.ts';

/** A job that goes on, watched until it is over. */
export function WatchedJob({ kind, job, onEnd }: { kind: JobKind; job: JobView; onEnd(job: JobView): void }) {
  const live = useJob(kind, job, onEnd);
  return <JobProgress kind={kind} job={live ?? job} />;
}
