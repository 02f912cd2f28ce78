import type { JobProgress } from '../../core/jobs/job.ts';
import type { Deps } from '../deps.ts';
import { announced } from './job-events.ts';
import { reportProgress } from './job-store.ts';

/** Between two reports; the first of each step goes out at once. */
const PAUSE_MS = 250;

/**
 * Writes the progress of one job now and then, however often it is told. When the job has been cancelled, `signal`
 * tells the work to stop.
 */
export function progressReporter(deps: Deps, jobId: string) {
  const abort = new AbortController();
  let last = { step: '', at: 0 };
  const report = async (progress: JobProgress): Promise<void> => {
    const now = Date.now();
    if (progress.step === last.step && now - last.at < PAUSE_MS) return;
    last = { step: progress.step, at: now };
    const job = await announced(deps, reportProgress(deps.db, jobId, progress));
    if (!job) abort.abort(new Error('cancelled'));
  };
  return { report, signal: abort.signal };
}
