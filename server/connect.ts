import { Redis } from 'ioredis';
import { createConnection } from 'mongoose';
import { auditSigner } from './audit/audit-signer.ts';
import { createAuditTrail } from './audit/audit-trail.ts';
import type { Config } from './config.ts';
import { createLog } from './create-log.ts';
import type { Deps } from './deps.ts';
import { listenToJobs } from './jobs/job-events.ts';
import { createQueues } from './queue/queues.ts';
import { type Rules, readRules } from './rules.ts';
import { createSealing } from './sealing/sealing.ts';

/**
 * Opens the connections that the API, the workers and the command line share; `close` ends them in order. Rules are
 * read from data/ unless they are given.
 */
export async function connect(config: Config, given?: Rules): Promise<Deps & { close(): Promise<void> }> {
  const log = createLog(config.logLevel);
  const rules = given ?? (await readRules());
  const sealing = createSealing(config.keyRing);
  const db = await createConnection(config.mongodb.uri, {
    dbName: config.mongodb.database,
    serverSelectionTimeoutMS: 10_000,
  }).asPromise();
  const redis = new Redis(config.redis.url, { maxRetriesPerRequest: 3, enableReadyCheck: true });
  redis.on('error', (error: Error) => log.warn({ reason: error.message }, 'redis is not reachable'));
  const queues = createQueues(config, log);
  const jobListener = listenToJobs({ redis, config });
  const signer = auditSigner(config.keyRing);
  const clock = () => new Date();
  const audit = createAuditTrail({ db, sealing, signer, reasons: rules.reasons, log, clock });
  const close = async () => {
    await queues.close();
    jobListener.close();
    redis.disconnect();
    await db.close();
  };
  return { config, db, redis, queues, jobListener, log, rules, sealing, audit, clock, close };
}
