import { type ChildProcess, fork } from 'node:child_process';
import type { Config } from '../../server/config.ts';
import { partToRun } from './part-to-run.ts';

/** A real worker as a process of its own, on a test's database and queues; resolves when it is ready. */
export async function startWorker(config: Config, env: Record<string, string> = {}): Promise<ChildProcess> {
  const { file, execArgv } = partToRun('workers/main');
  const worker = fork(file, [], {
    execArgv,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      MONGODB_URI: config.mongodb.uri,
      MONGODB_DATABASE: config.mongodb.database,
      REDIS_URL: config.redis.url,
      REDIS_PREFIX: config.redis.prefix,
      JOB_LOCK_MS: String(config.workers.lockMs),
      WORKER_CONCURRENCY: '1',
      LOG_LEVEL: 'fatal',
      ...env,
    },
  });
  await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)));
  });
  return worker;
}

/** Ends a worker and waits until it is gone. */
export async function endWorker(worker: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = new Promise((resolve) => worker.once('exit', resolve));
  worker.kill(signal);
  await gone;
}
