import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../server/config.ts';
import { connect } from '../../server/connect.ts';
import type { Deps } from '../../server/deps.ts';
import { ensureIndexes } from '../../server/store/ensure-indexes.ts';
import { defaultCacheDir, startDataServers } from '../data-servers/start-data-servers.ts';

/** Runs a benchmark on data servers of its own, with an empty database, and removes both. */
export async function withBenchDeps(
  work: (deps: Deps, env: NodeJS.ProcessEnv) => Promise<void>,
): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'trellis-bench-'));
  const servers = await startDataServers({ dataDir, cacheDir: defaultCacheDir(process.env) });
  const env = {
    MONGODB_URI: servers.mongodbUri,
    REDIS_URL: servers.redisUrl,
    REDIS_PREFIX: `bench-${randomUUID()}`,
    LOG_LEVEL: 'error',
    DEMO: '1',
  };
  try {
    const deps = await connect(readConfig(env));
    await ensureIndexes(deps.db);
    try {
      await work(deps, env);
    } finally {
      await deps.close();
    }
  } finally {
    await servers.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
