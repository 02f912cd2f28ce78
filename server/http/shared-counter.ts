import { MemoryStore, type Options, type Store } from 'express-rate-limit';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { type RedisReply, RedisStore } from 'rate-limit-redis';

/** Longer than Redis ever takes when it is well, short enough for a person who waits to sign in. */
const PATIENCE_MS = 500;

interface CounterOptions {
  redis: Redis;
  log: Logger;
  prefix: string;
  windowMs: number;
}

/**
 * Counts in a fixed window for all processes together, in Redis. While Redis is away each process counts on its own
 * in memory: attempts stay limited (by that number for each process), and people can still sign in.
 */
export function sharedCounter({ redis, log, prefix, windowMs }: CounterOptions) {
  const shared = new RedisStore({ prefix, sendCommand: (name, ...rest) => send(redis, name, rest) });
  const own = new MemoryStore();
  const options = { windowMs } as Options;
  own.init(options);
  let ready: Promise<void> | undefined;

  async function ask<T>(question: (store: Store) => Promise<T> | T): Promise<T> {
    if (redis.status !== 'ready') return question(own);
    try {
      ready ??= shared.init(options);
      return await inTime(ready.then(() => question(shared)));
    } catch (error) {
      ready = undefined;
      log.warn({ reason: error instanceof Error ? error.message : error }, 'counting attempts without redis');
      return question(own);
    }
  }

  return {
    increment: (key: string) => ask(async (store) => (await store.increment(key)).totalHits),
    decrement: (key: string) => ask((store) => store.decrement(key)),
    reset: (key: string) => ask((store) => store.resetKey(key)),
  };
}

function send(redis: Redis, name: string, rest: string[]): Promise<RedisReply> {
  return redis.call(name, ...rest) as Promise<RedisReply>;
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('redis takes too long')), PATIENCE_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
