import { isFinal } from '../../core/jobs/job.ts';
import type { Deps } from '../deps.ts';
import type { JobRecord } from './job-collection.ts';
import { readJob } from './job-store.ts';

/** While nothing is announced a job is read anew this often: a lost announcement is made good. */
const BEAT_MS = 5_000;

/** A job as it is now and after each change, until it has ended, is gone, or `signal` says that nobody listens. */
export async function* followJob(
  { db, jobListener }: Pick<Deps, 'db' | 'jobListener'>,
  id: string,
  { signal, beatMs = BEAT_MS }: { signal?: AbortSignal; beatMs?: number } = {},
): AsyncGenerator<JobRecord> {
  const bell = createBell();
  const stop = jobListener.on(id, bell.ring);
  const timer = setInterval(bell.ring, beatMs);
  signal?.addEventListener('abort', bell.ring);
  try {
    while (!signal?.aborted) {
      const job = await readJob(db, id);
      if (!job) return;
      yield job;
      if (isFinal(job.status)) return;
      await bell.next();
    }
  } finally {
    clearInterval(timer);
    signal?.removeEventListener('abort', bell.ring);
    stop();
  }
}

/** Waits until a job has ended, or is as wanted, and gives it as it is then. @throws Error when it is gone */
export async function jobEnd(
  deps: Pick<Deps, 'db' | 'jobListener'>,
  id: string,
  wanted: (job: JobRecord) => boolean = () => false,
): Promise<JobRecord> {
  for await (const job of followJob(deps, id, { beatMs: 200 })) {
    if (isFinal(job.status) || wanted(job)) return job;
  }
  throw new Error(`job ${id} is gone`);
}

/** A bell that remembers one ring while nobody waits, so that no change between two readings is missed. */
function createBell() {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    next: async () => {
      if (!rung) await new Promise<void>((resolve) => (wake = resolve));
      rung = false;
      wake = undefined;
    },
  };
}
