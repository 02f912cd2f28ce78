import type { Job } from 'bull';
import type { Deps } from '../server/deps.ts';
import { announced } from '../server/jobs/job-events.ts';
import { failJob } from '../server/jobs/job-store.ts';
import { type QueueName, TASKS } from '../server/queue/payloads.ts';
import { computeGapRun } from './compute-gaps.ts';
import { runImport } from './import.ts';
import { beginMatchRun } from './match-begin.ts';
import { matchChunk } from './match-chunk.ts';
import { finishMatchRun } from './match-finish.ts';

type Processor = (deps: Deps, payload: { jobId: string; chunk: number }) => Promise<void>;

/** Every task and who does it. */
const PROCESSORS: Record<QueueName, Record<string, Processor>> = {
  matches: {
    begin: (deps, { jobId }) => beginMatchRun(deps, jobId),
    chunk: (deps, { jobId, chunk }) => matchChunk(deps, jobId, chunk),
    finish: (deps, { jobId }) => finishMatchRun(deps, jobId),
  },
  gaps: { compute: (deps, { jobId }) => computeGapRun(deps, jobId) },
  imports: { import: (deps, { jobId }) => runImport(deps, jobId) },
};

/** Works on all queues until they are closed. */
export function runTasks(deps: Deps): void {
  for (const name of Object.keys(TASKS) as QueueName[]) {
    const queue = deps.queues.open(name);
    for (const [task, processor] of Object.entries(PROCESSORS[name])) {
      const concurrency = task === 'chunk' ? deps.config.workers.concurrency : 1;
      queue.process(task, concurrency, (job) => doTask(deps, name, processor, job)).catch(() => undefined);
    }
    queue.on('failed', (job, error) => void afterFailure(deps, name, job, error));
  }
}

/** A payload that has not its shape is discarded: trying again would not mend it. */
async function doTask(deps: Deps, name: QueueName, processor: Processor, job: Job): Promise<void> {
  const shape = (TASKS[name] as Record<string, { safeParse(value: unknown): { success: boolean } }>)[
    job.name
  ];
  if (!shape?.safeParse(job.data).success) {
    deps.log.error({ queue: name, task: job.name }, 'a malformed task was discarded');
    await job.discard();
    return;
  }
  await processor(deps, job.data);
}

/** Only the last try ends a run; those before it are repeated by the queue. */
async function afterFailure(deps: Deps, name: QueueName, job: Job, error: Error): Promise<void> {
  const tries = job.opts.attempts ?? 1;
  if (job.attemptsMade < tries) return;
  deps.log.error(
    { queue: name, task: job.name, jobId: job.data.jobId, err: error },
    'a task failed for good',
  );
  const words = 'The work could not be finished. What was there before is unchanged. You can start it again.';
  await announced(deps, failJob(deps.db, job.data.jobId, words)).catch(() => undefined);
}
