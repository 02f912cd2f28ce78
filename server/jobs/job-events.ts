import type { Redis } from 'ioredis';
import type { Deps } from '../deps.ts';
import type { JobRecord } from './job-collection.ts';

/** Tells every API process that a job has changed; who shows it reads it anew, so a lost message loses no state. */
export async function announceJob(
  { redis, config }: Pick<Deps, 'redis' | 'config'>,
  id: string,
): Promise<void> {
  await redis.publish(channel(config.redis.prefix), id).catch(() => undefined);
}

/** Announces what a store call has changed and hands it on. */
export async function announced(
  deps: Pick<Deps, 'redis' | 'config'>,
  change: Promise<JobRecord | undefined>,
): Promise<JobRecord | undefined> {
  const job = await change;
  if (job) await announceJob(deps, job.id);
  return job;
}

/** Hears the changes of all jobs over one connection a process, opened by the first who asks, and hands each to those who wait for that job. */
export interface JobListener {
  on(id: string, listener: () => void): () => void;
  close(): void;
}

export function listenToJobs({ redis, config }: Pick<Deps, 'redis' | 'config'>): JobListener {
  const waiting = new Map<string, Set<() => void>>();
  const hear = (_channel: string, id: string) => {
    for (const listener of waiting.get(id) ?? []) listener();
  };
  let connection: Redis | undefined;
  return {
    on(id, listener) {
      connection ??= subscribe(redis, channel(config.redis.prefix), hear);
      const listeners = waiting.get(id) ?? new Set();
      waiting.set(id, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) waiting.delete(id);
      };
    },
    close: () => connection?.disconnect(),
  };
}

function subscribe(redis: Redis, name: string, hear: (channel: string, message: string) => void): Redis {
  const connection = redis.duplicate({ maxRetriesPerRequest: null });
  connection.on('error', () => undefined);
  connection.on('message', hear);
  connection.subscribe(name).catch(() => undefined);
  return connection;
}

function channel(prefix: string): string {
  return `${prefix}:jobs`;
}
