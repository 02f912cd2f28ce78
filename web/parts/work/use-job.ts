import { useEffect, useRef, useState } from 'preact/hooks';
import { isFinal, type JobView } from '../../../core/jobs/job.ts';
import { JOB_PATHS, type JobKind } from '../../api/jobs.ts';
import { watchJob } from '../../api/watch-job.ts';

/**
 * A job as it stands now: the given view, then every change until it is over. `onEnd` is told once, and only of an end
 * that was watched: a job that was over when it came tells nothing.
 */
export function useJob(kind: JobKind, job: JobView | null, onEnd?: (job: JobView) => void): JobView | null {
  const [heard, setHeard] = useState<JobView | null>(null);
  const end = useRef(onEnd);
  end.current = onEnd;
  const id = job?.id;
  const open = job !== null && !isFinal(job.status);
  useEffect(() => {
    if (!id || !open) return;
    return watchJob(`${JOB_PATHS[kind]}/${id}`, (next) => {
      setHeard(next);
      if (isFinal(next.status)) end.current?.(next);
    });
  }, [kind, id, open]);
  return heard?.id === id && open ? heard : job;
}
