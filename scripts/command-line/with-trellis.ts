import { resolve } from 'node:path';
import { readConfig } from '../../server/config.ts';
import { connect } from '../../server/connect.ts';
import type { Deps } from '../../server/deps.ts';
import { ensureIndexes } from '../../server/store/ensure-indexes.ts';
import { defaultCacheDir, startDataServers } from '../data-servers/start-data-servers.ts';
import {
  dataKeysOf,
  openDataDir,
  readRunning,
  removeRunning,
  roadsDirIn,
  writeRunning,
} from '../start/data-dir.ts';
import { Refusal } from '../start/refusal.ts';

/**
 * Runs a command on the installation: the data servers that the environment names, those of a running `npm start`, or,
 * where nothing runs, the ones of the data folder, started for this command alone.
 */
export async function withTrellis<T>(
  options: { root: string; dataDir?: string | undefined; say: (message: string) => void },
  command: (deps: Deps) => Promise<T>,
): Promise<T> {
  const dataDir = resolve(options.dataDir ?? `${options.root}/.trellis`);
  const { env, stop } = await findServers(dataDir, options.say);
  try {
    const deps = await connect(
      readConfig({ LOG_LEVEL: 'warn', ROADS_DIR: roadsDirIn(dataDir), ...process.env, ...env }),
    );
    try {
      await ensureIndexes(deps.db);
      return await command(deps);
    } finally {
      await deps.close();
    }
  } finally {
    await stop();
  }
}

interface Found {
  env: { MONGODB_URI?: string; REDIS_URL?: string; DATA_KEYS_FILE?: string };
  stop(): Promise<void>;
}

async function findServers(dataDir: string, say: (message: string) => void): Promise<Found> {
  if (process.env.MONGODB_URI && process.env.REDIS_URL) return { env: {}, stop: async () => undefined };
  const running = await readRunning(dataDir);
  if (running) {
    const keys = await dataKeysOf(dataDir, process.env);
    return {
      env: { MONGODB_URI: running.mongodbUri, REDIS_URL: running.redisUrl, ...keys },
      stop: async () => undefined,
    };
  }
  await openDataDir(dataDir);
  const servers = await startDataServers({
    dataDir,
    cacheDir: defaultCacheDir(process.env),
    onStep: (message) => say(`  ${message}`),
  }).catch((cause: Error) => {
    throw new Refusal(cause.message, { cause });
  });
  const keys = await dataKeysOf(dataDir, process.env);
  const env = { MONGODB_URI: servers.mongodbUri, REDIS_URL: servers.redisUrl, ...keys };
  await writeRunning(dataDir, { mongodbUri: env.MONGODB_URI, redisUrl: env.REDIS_URL });
  const stop = async () => {
    await removeRunning(dataDir);
    await servers.stop();
  };
  return { env, stop };
}
