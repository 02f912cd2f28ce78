import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type MongodbKind, startMongodb } from './mongodb/start-mongodb.ts';
import { claimRunFolder, releaseRunFolder } from './processes/run-folder.ts';
import type { Server } from './processes/start-server.ts';
import { type RedisKind, startRedis } from './redis/start-redis.ts';
import type { StartContext, StartedServer } from './start-context.ts';

export { defaultCacheDir } from './default-cache-dir.ts';

/** The two data servers, however they were come by. */
export interface DataServers {
  mongodbUri: string;
  redisUrl: string;
  mongodbKind: MongodbKind;
  redisKind: RedisKind;
  /** Stops the servers that were started here. */
  stop(): Promise<void>;
  /** Tells when a server ends that was not asked to. */
  onExit(listener: ExitListener): void;
}

export type ExitListener = (what: 'mongodb' | 'redis', detail: string) => void;

export interface StartOptions {
  /** Holds the servers' data, logs and pid files; one start at a time uses it. */
  dataDir: string;
  /** Holds fetched programs; shared by all starts. */
  cacheDir: string;
  env?: NodeJS.ProcessEnv;
  /** Hears of what takes long. */
  onStep?: (message: string) => void;
  /** 'off' for tests: faster, but data may be lost in a power failure. */
  durability?: 'full' | 'off';
  /** Fixed ports instead of free ones. */
  mongodbPort?: number;
  redisPort?: number;
}

/** Finds or starts MongoDB and Redis. What was started ends with this process. */
export async function startDataServers(options: StartOptions): Promise<DataServers> {
  const env = options.env ?? process.env;
  const given = givenServers(env);
  if (given) return given;
  const dataDir = resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true });
  const runDir = await claimRunFolder(dataDir);
  const context: StartContext = {
    ...options,
    env,
    dataDir,
    runDir,
    durability: options.durability ?? 'full',
    onStep: options.onStep ?? (() => undefined),
  };
  const [mongodb, redis] = await Promise.allSettled([startMongodb(context), startRedis(context)]);
  if (mongodb.status === 'fulfilled' && redis.status === 'fulfilled') {
    return running(mongodb.value, redis.value, runDir);
  }
  const started = [mongodb, redis].flatMap((each) => (each.status === 'fulfilled' ? each.value.servers : []));
  await stopAll(started, runDir);
  throw [mongodb, redis].find((each) => each.status === 'rejected')!.reason;
}

/** Where both are given nothing is started, so no data folder is needed. */
function givenServers({ MONGODB_URI, REDIS_URL }: NodeJS.ProcessEnv): DataServers | null {
  if (!MONGODB_URI || !REDIS_URL) return null;
  return {
    mongodbUri: MONGODB_URI,
    redisUrl: REDIS_URL,
    mongodbKind: 'given',
    redisKind: 'given',
    stop: async () => undefined,
    onExit: () => undefined,
  };
}

function running(
  mongodb: StartedServer<MongodbKind>,
  redis: StartedServer<RedisKind>,
  runDir: string,
): DataServers {
  const listeners: ExitListener[] = [];
  const watch = (what: 'mongodb' | 'redis', servers: readonly Server[]): void => {
    for (const { died } of servers) {
      void died.then((detail) => {
        for (const listener of listeners) listener(what, detail);
      });
    }
  };
  watch('mongodb', mongodb.servers);
  watch('redis', redis.servers);
  let stopped: Promise<void> | null = null;
  return {
    mongodbUri: mongodb.uri,
    redisUrl: redis.uri,
    mongodbKind: mongodb.kind,
    redisKind: redis.kind,
    stop() {
      stopped ??= stopAll([...mongodb.servers, ...redis.servers], runDir);
      return stopped;
    },
    onExit: (listener) => void listeners.push(listener),
  };
}

/** In the opposite order of starting: the gateway before its PostgreSQL. */
async function stopAll(servers: readonly Server[], runDir: string): Promise<void> {
  for (const server of [...servers].reverse()) await server.stop();
  await releaseRunFolder(runDir);
}
