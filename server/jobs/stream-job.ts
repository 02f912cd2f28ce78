import type { Request, Response } from 'express';
import type { JobView } from '../../core/jobs/job.ts';
import type { Deps } from '../deps.ts';
import { followJob } from './follow-job.ts';
import type { JobRecord } from './job-collection.ts';

interface Listener {
  req: Request;
  res: Response;
  /** What of the job may still be shown; undefined: nothing any more. */
  view(job: JobRecord): Promise<JobView | undefined>;
}

/**
 * Server-sent events of one job: a `job` event at once and after each change; ends when the job has ended, or when
 * the listener may no longer see it.
 */
export async function streamJob(deps: Deps, id: string, { req, res, view }: Listener): Promise<void> {
  res.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  const left = new AbortController();
  req.on('close', () => left.abort());
  try {
    for await (const job of followJob(deps, id, { signal: left.signal })) {
      const shown = await view(job);
      if (!shown) break;
      res.write(`event: job\ndata: ${JSON.stringify(shown)}\n\n`);
    }
  } finally {
    res.end();
  }
}
