import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { findOnPath } from '../processes/find-on-path.ts';
import type { StartContext, StartedServer } from '../start-context.ts';
import { fetchMongod } from './fetch-mongod.ts';
import { startDocumentDb } from './start-documentdb.ts';
import { startMongod } from './start-mongod.ts';

export type MongodbKind = 'given' | 'mongod' | 'downloaded' | 'documentdb';

/**
 * MongoDB: the given one, the machine's own, the official one from the cache or the network, or DocumentDB. A data folder stays
 * with the engine that it began with: its data is in that engine's files.
 */
export async function startMongodb(context: StartContext): Promise<StartedServer<MongodbKind>> {
  const { env, onStep, dataDir } = context;
  if (env.MONGODB_URI) return { uri: env.MONGODB_URI, kind: 'given', servers: [] };
  if (await exists(join(dataDir, 'documentdb'))) return startDocumentDb(context);
  const mongod = await findOnPath(['mongod'], env);
  if (mongod) return startMongod(context, mongod, 'mongod');
  const fetched = await fetchMongod(context);
  if (fetched.file) return startMongod(context, fetched.file, 'downloaded');
  onStep(`${fetched.reason}; using DocumentDB instead`);
  return startDocumentDb(context).catch((cause: Error) => {
    throw new Error(
      `MongoDB is needed and none can be had here.\n  Official MongoDB: ${fetched.reason}.\n` +
        `  DocumentDB from Debian's packages: ${cause.message}\n` +
        'Install MongoDB 7 or 8 (mongod on the PATH), or set MONGODB_URI.',
      { cause },
    );
  });
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
