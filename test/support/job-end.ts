import { isFinal, type JobView } from '../../core/jobs/job.ts';
import type { Deps } from '../../server/deps.ts';
import { readJob } from '../../server/jobs/job-store.ts';

/** Waits until a job has ended, and gives it as it is then. */
export function jobEnd(deps: Deps, id: string): Promise<JobView> {
  return jobChange(deps, id, ({ status }) => isFinal(status));
}

/** Waits for the first announced state of a job that is as wanted (or the end of the job). */
export async function jobChange(deps: Deps, id: string, wanted: (job: JobView) => boolean): Promise<JobView> {
  const queue: (() => void)[] = [];
  let missed = false;
  const stop = deps.jobListener.on(id, () => {
    missed = true;
    queue.shift()?.();
  });
  // The listener's connection may open after an announcement: the job is read anew now and then as well.
  const timer = setInterval(() => queue.shift()?.(), 100);
  try {
    for (;;) {
      missed = false;
      const job = await readJob(deps.db, id);
      if (!job) throw new Error(`job ${id} is gone`);
      if (wanted(job) || isFinal(job.status)) return job;
      if (!missed) await new Promise<void>((resolve) => queue.push(resolve));
    }
  } finally {
    clearInterval(timer);
    stop();
  }
}
