import type { Request, Response } from 'express';
import { isFinal } from '../../core/jobs/job.ts';
import type { JobRecord } from './job-collection.ts';
import type { JobListener } from './job-events.ts';
import { jobView } from './job-store.ts';

/** While nothing is announced the job is read anew this often: proxies keep the line open, lost messages are made good. */
const HEARTBEAT_MS = 5_000;

/** Server-sent events of one job: a `job` event at once and after each change; ends when the job has ended. */
export async function streamJob(
  req: Request,
  res: Response,
  listener: JobListener,
  read: () => Promise<JobRecord | undefined>,
): Promise<void> {
  res.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  });
  const bell = createBell();
  const id = String(req.params.id);
  const stop = listener.on(id, bell.ring);
  const timer = setInterval(bell.ring, HEARTBEAT_MS);
  req.on('close', bell.end);
  try {
    while (!bell.ended) {
      const job = await read();
      if (!job) break;
      res.write(`event: job\ndata: ${JSON.stringify(jobView(job))}\n\n`);
      if (isFinal(job.status)) break;
      await bell.next();
    }
  } finally {
    clearInterval(timer);
    stop();
    res.end();
  }
}

/** A bell that remembers one ring while nobody waits, so that no change between two readings is missed. */
function createBell() {
  let rung = false;
  let wake: (() => void) | undefined;
  const bell = {
    ended: false,
    ring: () => {
      rung = true;
      wake?.();
    },
    end: () => {
      bell.ended = true;
      bell.ring();
    },
    next: async () => {
      if (!rung) await new Promise<void>((resolve) => (wake = resolve));
      rung = false;
      wake = undefined;
    },
  };
  return bell;
}
