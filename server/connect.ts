import { Redis } from 'ioredis';
import { createConnection } from 'mongoose';
import { pino } from 'pino';
import type { Config } from './config.ts';
import type { Deps } from './deps.ts';
import { readRules } from './rules.ts';

/** Opens the connections that the API, the workers and the command line share; `close` ends them in order. */
export async function connect(config: Config): Promise<Deps & { close(): Promise<void> }> {
  const log = pino({ level: config.logLevel });
  const rules = await readRules();
  const db = await createConnection(config.mongodb.uri, {
    dbName: config.mongodb.database,
    serverSelectionTimeoutMS: 10_000,
  }).asPromise();
  const redis = new Redis(config.redis.url, { maxRetriesPerRequest: 3, enableReadyCheck: true });
  redis.on('error', (error: Error) => log.warn({ reason: error.message }, 'redis is not reachable'));
  const close = async () => {
    redis.disconnect();
    await db.close();
  };
  return { config, db, redis, log, rules, close };
}
