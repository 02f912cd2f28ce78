import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PROGRAMS, REDIS } from '../debian/bundles.ts';
import { ensureBundle } from '../debian/unpack-bundle.ts';
import { findOnPath } from '../processes/find-on-path.ts';
import { freePort } from '../processes/free-port.ts';
import { sleep } from '../processes/sleep.ts';
import { startServer, tailOf } from '../processes/start-server.ts';
import type { StartContext, StartedServer } from '../start-context.ts';
import { answersPing } from './answers-ping.ts';

export type RedisKind = 'given' | 'path' | 'debian';

/** Redis: the given one, the machine's own, or Debian's package from the cache. */
export async function startRedis(context: StartContext): Promise<StartedServer<RedisKind>> {
  const { env, onStep, cacheDir } = context;
  if (env.REDIS_URL) return { uri: env.REDIS_URL, kind: 'given', servers: [] };
  const program = await findOnPath(['redis-server', 'valkey-server'], env);
  if (program) return launch(context, program, 'path');
  try {
    const bundle = await ensureBundle(REDIS, cacheDir, onStep);
    return await launch(context, join(bundle, PROGRAMS.redis), 'debian');
  } catch (cause) {
    throw new Error(
      `Redis is needed and cannot be fetched: ${(cause as Error).message}\n` +
        'Install redis-server or valkey-server (version 7 or later), or set REDIS_URL.',
      { cause },
    );
  }
}

const TRIES = 3;
const PATIENCE_MS = 10_000;

async function launch(
  context: StartContext,
  program: string,
  kind: RedisKind,
): Promise<StartedServer<RedisKind>> {
  const dir = join(context.dataDir, 'redis');
  await mkdir(dir, { recursive: true });
  for (let tries = 1; ; tries++) {
    const port = context.redisPort ?? (await freePort());
    const server = await startServer(
      { name: 'redis', command: program, args: settings(port, dir, context), env: {}, stopSignal: 'SIGTERM' },
      context,
    );
    let died = false;
    void server.died.then(() => {
      died = true;
    });
    const deadline = Date.now() + PATIENCE_MS;
    while (!died && Date.now() < deadline) {
      if (await answersPing(port, server.pid))
        return { uri: `redis://127.0.0.1:${port}`, kind, servers: [server] };
      await sleep(20);
    }
    await server.stop();
    // Somebody else may have taken the free port in between.
    if (tries >= TRIES) throw new Error(`Redis does not start: ${await tailOf(server.logFile)}`);
  }
}

/** No eviction and an append-only file: queued work must neither vanish under pressure nor with a crash. */
function settings(port: number, dir: string, { durability }: StartContext): string[] {
  const pairs: [string, string][] = [
    ['bind', '127.0.0.1'],
    ['port', String(port)],
    ['dir', dir],
    ['appendonly', 'yes'],
    ['appendfsync', durability === 'off' ? 'no' : 'everysec'],
    ['save', ''],
    ['maxmemory-policy', 'noeviction'],
    ['daemonize', 'no'],
  ];
  return pairs.flatMap(([name, value]) => [`--${name}`, value]);
}
