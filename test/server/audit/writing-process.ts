import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { typescriptArguments } from '../../../scripts/typescript/typescript-arguments.ts';
import type { Config } from '../../../server/config.ts';
import { readConfig } from '../../../server/config.ts';
import { connect } from '../../../server/connect.ts';

const file = fileURLToPath(import.meta.url);

/** A process of its own that writes `count` entries into the log, ten at a time; tells how many it was told are stored. */
export function startWriter(config: Config, count: number): ChildProcess {
  return fork(file, [String(count)], {
    execArgv: [...typescriptArguments],
    env: {
      ...process.env,
      MONGODB_URI: config.mongodb.uri,
      MONGODB_DATABASE: config.mongodb.database,
      REDIS_URL: config.redis.url,
      REDIS_PREFIX: config.redis.prefix,
      LOG_LEVEL: 'fatal',
    },
  });
}

export function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve));
}

async function write(count: number): Promise<void> {
  const deps = await connect(readConfig(process.env));
  let stored = 0;
  const one = async (n: number) => {
    const studentIds = [`${process.pid}-${n}`];
    await deps.audit.record({ action: 'student.read', account: null, studentIds });
    stored += 1;
    process.send?.(studentIds[0]);
  };
  for (let n = 0; n < count; n += 10)
    await Promise.all(Array.from({ length: Math.min(10, count - n) }, (_, at) => one(n + at)));
  await deps.close();
  process.exit(stored === count ? 0 : 1);
}

if (process.argv[1] === file) await write(Number(process.argv[2]));
