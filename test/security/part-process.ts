import { type ChildProcess, fork } from 'node:child_process';
import type { Config } from '../../server/config.ts';
import { partToRun } from '../support/part-to-run.ts';

export interface PartProcess {
  /** The port it listens on, where it listens. */
  port: number | undefined;
  /** All that it has written so far. */
  written(): string;
  end(): Promise<void>;
}

/** The API or a worker as a process of its own on a test's servers, telling all that it has to tell. */
export async function startPart(main: 'server' | 'workers', config: Config): Promise<PartProcess> {
  const { file, execArgv } = partToRun(`${main}/main`);
  const child = fork(file, [], {
    execArgv,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      PORT: '0',
      MONGODB_URI: config.mongodb.uri,
      MONGODB_DATABASE: config.mongodb.database,
      REDIS_URL: config.redis.url,
      REDIS_PREFIX: config.redis.prefix,
      LOG_LEVEL: 'debug',
    },
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (written += chunk));
  const port = await new Promise<number | undefined>((resolve, reject) => {
    child.once('message', (message: { port?: number }) => resolve(message.port));
    child.once('exit', (code) => reject(new Error(`${main} ended with ${code}: ${written}`)));
  });
  return { port, written: () => written, end: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}
