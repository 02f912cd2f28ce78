import { isFinal, type JobView } from '../../core/jobs/job.ts';
import type { Deps } from '../../server/deps.ts';
import { jobView, readJob } from '../../server/jobs/job-store.ts';

/** Shows a job's progress on one line of the terminal until it has ended. */
export async function watchJob(deps: Deps, id: string, say: (message: string) => void): Promise<JobView> {
  let line = '';
  for (;;) {
    const job = await readJob(deps.db, id);
    if (!job) throw new Error(`Job ${id} is gone.`);
    const next = progressLine(job);
    if (next !== line) say(next);
    line = next;
    if (isFinal(job.status)) return jobView(job);
    await nextChange(deps, id);
  }
}

/** Waits for the job's next announcement, five seconds at most. */
function nextChange(deps: Deps, id: string): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, 5_000);
    const stop = deps.jobListener.on(id, done);
  });
}

function progressLine({ status, progress }: JobView): string {
  if (status !== 'running') return status;
  const total = progress.total === undefined ? '' : ` of ${progress.total}`;
  return `${progress.step}: ${progress.done}${total}`;
}
