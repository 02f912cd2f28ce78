import type { Redis } from 'ioredis';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { AuditTrail } from './audit/audit-trail.ts';
import type { Config } from './config.ts';
import type { JobListener } from './jobs/job-events.ts';
import type { Queues } from './queue/queues.ts';
import type { Rules } from './rules.ts';
import type { Sealing } from './sealing/sealing.ts';

/** What every part of the server and of the workers is handed: made once in main.ts, never a global. */
export interface Deps {
  config: Config;
  db: Connection;
  redis: Redis;
  queues: Queues;
  jobListener: JobListener;
  log: Logger;
  rules: Rules;
  sealing: Sealing;
  /** What time it is. */
  clock(): Date;
  /** Who saw, changed and received what. */
  audit: AuditTrail;
}
