import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../processes/free-port.ts';
import { sleep } from '../processes/sleep.ts';
import { type Server, startServer, tailOf } from '../processes/start-server.ts';
import type { StartContext, StartedServer } from '../start-context.ts';

const REPLICA_SET = 'trellis';
const PATIENCE_MS = 30_000;
const NOT_YET_INITIALIZED = 94;

/** Starts a mongod as a replica set of one: transactions need a replica set. */
export async function startMongod<Kind extends 'mongod' | 'downloaded'>(
  context: StartContext,
  program: string,
  kind: Kind,
): Promise<StartedServer<Kind>> {
  const dbPath = join(context.dataDir, 'mongod');
  await mkdir(dbPath, { recursive: true });
  const port = context.mongodbPort ?? (await freePort());
  const args = [
    '--dbpath',
    dbPath,
    '--port',
    String(port),
    '--bind_ip',
    '127.0.0.1',
    '--replSet',
    REPLICA_SET,
  ];
  const small = ['--wiredTigerCacheSizeGB', '0.5', '--quiet', '--noauth'];
  const server = await startServer(
    {
      name: 'mongod',
      command: program,
      args: [...args, ...small],
      env: { PATH: context.env.PATH },
      stopSignal: 'SIGTERM',
    },
    context,
  );
  const uri = `mongodb://127.0.0.1:${port}/?directConnection=true`;
  try {
    await becomePrimary(server, uri, `127.0.0.1:${port}`);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { uri, kind, servers: [server] };
}

/** Makes the node the primary of its own set, whatever port it had last time. */
async function becomePrimary(server: Server, uri: string, host: string): Promise<void> {
  const { mongo } = await import('mongoose');
  const client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: PATIENCE_MS });
  const died = server.died.then(async (how) => {
    throw new Error(`mongod does not start: ${how}\n${await tailOf(server.logFile)}`);
  });
  const admin = client.db('admin');
  const set = async (): Promise<void> => {
    await client.connect();
    const config = await admin.command({ replSetGetConfig: 1 }).then(
      (reply) => reply.config as { version: number; members: { host: string }[] },
      (error: { code?: number }) => {
        if (error.code === NOT_YET_INITIALIZED) return null;
        throw error;
      },
    );
    if (!config) {
      await admin.command({ replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host }] } });
    } else if (config.members[0]?.host !== host) {
      const moved = { ...config, version: config.version + 1, members: [{ _id: 0, host }] };
      await admin.command({ replSetReconfig: moved, force: true });
    }
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await admin.command({ hello: 1 })).isWritablePrimary) {
      if (Date.now() > deadline) throw new Error('mongod has not become primary in time.');
      await sleep(50);
    }
  };
  try {
    await Promise.race([set(), died]);
  } finally {
    died.catch(() => undefined);
    await client.close();
  }
}
