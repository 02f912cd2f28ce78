import { request as requestPlain } from 'node:http';
import { request } from 'node:https';
import { join } from 'node:path';
import type { StartContext } from '../start-context.ts';

/** The newest of MongoDB 8.0 that was tried. */
export const MONGOD_VERSION = '8.0.15';
const DOWNLOADS = 'https://fastdl.mongodb.org/';
/** A closed network often drops packets instead of refusing: do not wait long to find out. */
const PROBE_MS = 3000;
const DOWNLOAD_MS = 300_000;

type Fetched = { file: string; reason?: never } | { file: null; reason: string };

/** The official mongod: from the cache, or fetched and checked by mongodb-memory-server-core; never an exception. */
export async function fetchMongod({ cacheDir, env, onStep }: StartContext): Promise<Fetched> {
  const downloadDir = join(cacheDir, 'mongod');
  // Their library looks for settings in process.env and package.json; these two must hold whatever is there.
  const { MongoBinary } = await import('mongodb-memory-server-core/lib/util/MongoBinary.js');
  const { DryMongoBinary } = await import('mongodb-memory-server-core/lib/util/DryMongoBinary.js');
  const options = { version: MONGOD_VERSION, downloadDir, checkMD5: true } as const;
  try {
    // It remembers by version alone, whatever the folder.
    DryMongoBinary.binaryCache.clear();
    const cached = await DryMongoBinary.locateBinary(options);
    if (cached) return { file: cached };
    if (env.TRELLIS_OFFLINE) return { file: null, reason: 'TRELLIS_OFFLINE is set' };
    await probe(env.MONGOMS_DOWNLOAD_MIRROR ?? DOWNLOADS);
    onStep(`Fetching MongoDB ${MONGOD_VERSION} (once)`);
    return { file: await withTimeout(MongoBinary.getPath(options), DOWNLOAD_MS) };
  } catch (error) {
    return { file: null, reason: `the official MongoDB cannot be fetched (${(error as Error).message})` };
  }
}

/** Fails soon where the outside world is closed. */
function probe(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const ask = url.startsWith('https:') ? request : requestPlain;
    const asked = ask(url, { method: 'HEAD', timeout: PROBE_MS }, (response) => {
      response.resume();
      resolve();
    });
    const deadline = setTimeout(() => asked.destroy(new Error('no answer')), PROBE_MS);
    asked.on('close', () => clearTimeout(deadline));
    asked.on('error', reject);
    asked.end();
  });
}

async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not finished after ${ms / 1000} s`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
