import type { JobView } from '../../core/jobs/job.ts';
import type { Deps } from '../../server/deps.ts';
import { followJob } from '../../server/jobs/follow-job.ts';

/** Shows a job's progress, a line a change, until it has ended. @throws Error when it is gone */
export async function watchJob(deps: Deps, id: string, say: (message: string) => void): Promise<JobView> {
  let line = '';
  let last: JobView | undefined;
  for await (const job of followJob(deps, id)) {
    const next = progressLine(job);
    if (next !== line) say(next);
    line = next;
    last = job;
  }
  if (!last) throw new Error(`Job ${id} is gone.`);
  return last;
}

function progressLine({ status, progress }: JobView): string {
  if (status !== 'running') return status;
  const total = progress.total === undefined ? '' : ` of ${progress.total}`;
  return `${progress.step}: ${progress.done}${total}`;
}
