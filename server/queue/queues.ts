import { setTimeout } from 'node:timers/promises';
import Bull, { type Queue } from 'bull';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { type Payload, type QueueName, TASKS, type TaskName } from './payloads.ts';

/** The one place where Bull queues are made; each is opened when it is first used. */
export interface Queues {
  open(name: QueueName): Queue;
  /** Asks for a task. Asking again while it waits or runs changes nothing. */
  ask<Q extends QueueName, T extends TaskName<Q>>(queue: Q, task: T, payload: Payload<Q, T>): Promise<void>;
  /** Asks, and waits for the queue only a moment: for jobs that are recorded, so that the repair asks again. */
  askSoon<Q extends QueueName, T extends TaskName<Q>>(
    queue: Q,
    task: T,
    payload: Payload<Q, T>,
  ): Promise<void>;
  /** Asks for a task that begins after a while, and is found by its own time where the queue is lost. */
  askIn<Q extends QueueName, T extends TaskName<Q>>(
    queue: Q,
    task: T,
    payload: Payload<Q, T>,
    waitMs: number,
  ): Promise<void>;
  /** Asks for a task at the times of a cron line. However many processes ask, it is done once each time. */
  repeat<T extends TaskName<'upkeep'>>(task: T, cron: string): Promise<void>;
  /** Lets the tasks in hand come to their end, then closes all queues; what is asked later opens them anew. */
  close(): Promise<void>;
}

/** Tries of one task; the waits between them add up to about a minute, enough for a data server to come back. */
const ATTEMPTS = 6;
const FIRST_WAIT_MS = 2_000;

const LATE_MS = 5_000;

/** Redis answers within milliseconds or is away. */
const PATIENCE_MS = 2_000;

/** A task whose worker died is given to another this often before it counts as deadly. */
const MAX_STALLED = 10;

export function createQueues(config: Config, log: Logger): Queues {
  const opened = new Map<QueueName, Queue>();
  const open = (name: QueueName) => {
    const queue = opened.get(name) ?? makeQueue(name, config, log);
    opened.set(name, queue);
    return queue;
  };
  const askIn: Queues['askIn'] = async (queue, task, payload, delay) => {
    const checked = (TASKS[queue] as Record<string, { parse(value: unknown): object }>)[task]?.parse(payload);
    await open(queue).add(task, checked, {
      jobId: taskId(task, payload as { jobId: string; chunk?: number }),
      delay,
    });
  };
  const ask: Queues['ask'] = (queue, task, payload) => askIn(queue, task, payload, 0);
  return {
    open,
    ask,
    askIn,
    askSoon: async (queue, task, payload) => {
      const asked = ask(queue, task, payload).catch((error: Error) =>
        log.warn({ queue, task, reason: error.message }, 'a task could not be asked for yet'),
      );
      await Promise.race([asked, setTimeout(PATIENCE_MS, undefined, { ref: false })]);
    },
    repeat: async (task, cron) => {
      await open('upkeep').add(task, {}, { repeat: { cron } });
    },
    close: async () => {
      const closing = [...opened.values()];
      opened.clear();
      await Promise.all(closing.map((queue) => queue.close()));
    },
  };
}

function makeQueue(name: QueueName, config: Config, log: Logger): Queue {
  const { lockMs } = config.workers;
  const queue = new Bull(name, config.redis.url, {
    prefix: `${config.redis.prefix}:bull`,
    // A finished task leaves at once: its id is free to be asked for again, and what came of it is in MongoDB.
    defaultJobOptions: {
      attempts: ATTEMPTS,
      backoff: { type: 'exponential', delay: Math.min(FIRST_WAIT_MS, lockMs) },
      removeOnComplete: true,
      removeOnFail: true,
    },
    settings: {
      lockDuration: lockMs,
      lockRenewTime: lockMs / 3,
      stalledInterval: lockMs,
      maxStalledCount: MAX_STALLED,
      // How late a repeated task may begin, and how long a lost connection keeps a worker from asking for the next.
      guardInterval: Math.min(LATE_MS, lockMs),
      retryProcessDelay: Math.min(LATE_MS, lockMs),
    },
  });
  queue.on('error', (error) =>
    log.warn({ queue: name, reason: error.message }, 'the queue is not reachable'),
  );
  return queue;
}

function taskId(task: string, payload: { jobId: string; chunk?: number }): string {
  return [payload.jobId, task, payload.chunk].filter((part) => part !== undefined).join('-');
}
