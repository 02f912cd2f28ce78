import { createHash } from 'node:crypto';
import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { PROGRAMS } from '../debian/bundles.ts';
import { sleep } from '../processes/sleep.ts';
import { type Server, startServer, tailOf } from '../processes/start-server.ts';
import type { User } from '../processes/unprivileged-user.ts';
import type { StartContext } from '../start-context.ts';
import { createCluster } from './create-cluster.ts';
import { homeFolder, ownFolder } from './home-folder.ts';
import { postgresSettings } from './postgres-settings.ts';

export interface Postgres {
  server: Server;
  socketDir: string;
  superuser: string;
}

export const SUPERUSER = 'postgres';
const PATIENCE_MS = 30_000;
/** Longer paths do not fit a Unix socket's address (107 bytes). */
const MAX_SOCKET_DIR = 85;

/** Starts PostgreSQL on a cluster of ours, made on the first start, reachable by a socket in a folder of ours only. */
export async function startPostgres(
  context: StartContext,
  bundle: string,
  user: User | undefined,
): Promise<Postgres> {
  const home = await homeFolder(context.dataDir, user);
  const socketDir = await socketFolder(home, user);
  const cluster = join(home, 'cluster');
  const fresh = !(await lstat(cluster).catch(() => null));
  const target = fresh ? `${cluster}.part` : cluster;
  if (fresh) {
    await rm(target, { recursive: true, force: true });
    await createCluster(join(bundle, PROGRAMS.initdb), target, SUPERUSER, user);
  }
  await writeFile(join(target, 'postgresql.conf'), postgresSettings(socketDir, context.durability));
  if (fresh) await rename(target, cluster);
  const server = await startServer(
    {
      name: 'postgres',
      command: join(bundle, PROGRAMS.postgres),
      args: ['-D', cluster],
      env: { LC_ALL: 'C', TZ: 'GMT' },
      cwd: home,
      // A fast shutdown: ends connections, writes a checkpoint.
      stopSignal: 'SIGINT',
      ...(user ? { user } : {}),
    },
    context,
  );
  try {
    await prepare(server, socketDir);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { server, socketDir, superuser: SUPERUSER };
}

/** Beside the data where its path is short enough, else in the folder for temporary files, by a name that the data always gets. */
async function socketFolder(home: string, user: User | undefined): Promise<string> {
  const near = join(home, 'socket');
  const hash = createHash('sha256').update(near).digest('hex').slice(0, 16);
  const folder = near.length <= MAX_SOCKET_DIR ? near : join(tmpdir(), `trellis-${hash}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid } = await lstat(folder);
  // Somebody else's folder of that name would let them listen in our place.
  if (uid !== process.getuid?.() && uid !== user?.uid) throw new Error(`${folder} belongs to somebody else.`);
  await ownFolder(folder, user);
  return folder;
}

/** Waits until PostgreSQL answers, and makes sure that the extension is there and as new as its library. */
async function prepare(server: Server, socketDir: string): Promise<void> {
  const client = await connect(server, socketDir);
  try {
    const { rows } = await client.query<{ installed: string | null; available: string }>(
      "SELECT installed_version AS installed, default_version AS available FROM pg_available_extensions WHERE name = 'documentdb'",
    );
    const extension = rows[0];
    if (!extension) throw new Error('The package has no extension documentdb.');
    if (extension.installed === extension.available) return;
    if (extension.installed)
      await client.query('ALTER EXTENSION documentdb_core UPDATE; ALTER EXTENSION documentdb UPDATE');
    else await client.query('CREATE EXTENSION documentdb CASCADE');
    // The gateway builds indexes at once; these two would look for work every two seconds, for ever.
    await client.query(
      "SELECT cron.unschedule(jobid) FROM cron.job WHERE command LIKE '%build_index_concurrently%'",
    );
  } finally {
    await client.end();
  }
}

async function connect(server: Server, socketDir: string): Promise<pg.Client> {
  let died: string | null = null;
  void server.died.then((how) => {
    died = how;
  });
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const client = new pg.Client({ host: socketDir, user: SUPERUSER, database: 'postgres' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (died || Date.now() > deadline) {
        throw new Error(`PostgreSQL does not start: ${died ?? error}\n${await tailOf(server.logFile)}`);
      }
      await sleep(25);
    }
  }
}
