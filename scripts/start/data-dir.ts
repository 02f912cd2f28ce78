import { randomBytes } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { newKeys } from '../../server/sealing/new-keys.ts';
import { bornOf, isAlive } from '../data-servers/processes/process-identity.ts';
import { Refusal } from './refusal.ts';

/** What a running Trellis tells other commands on the same data folder. */
const Running = z.object({
  pid: z.int(),
  /** When that process was born: after a crash its number may be another's. */
  born: z.string(),
  mongodbUri: z.string(),
  redisUrl: z.string(),
  port: z.int().optional(),
});
export type Running = z.infer<typeof Running>;

/** Says of a folder that it is ours, so that a slip of the keyboard never empties another one. */
const MARK = 'trellis-data';
const RUNNING = 'running.json';
const SECRET = 'session-secret';
const KEYS = 'data-keys';

/** Makes the data folder. @throws Refusal where it cannot be written. */
export async function openDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    await writeFile(join(dataDir, MARK), '');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(
      `The data folder ${dataDir} cannot be used (${reason}).\nChoose another with --data-dir, or change its permissions.`,
    );
  }
}

/** The Trellis that runs on this data folder, if one does. What a killed one left behind does not count. */
export async function readRunning(dataDir: string): Promise<Running | undefined> {
  const text = await readFile(join(dataDir, RUNNING), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const parsed = Running.safeParse(parseJson(text));
  return parsed.success && (await isAlive(parsed.data)) ? parsed.data : undefined;
}

/** Tells other commands that this process runs on the data folder. */
export async function writeRunning(dataDir: string, running: Omit<Running, 'pid' | 'born'>): Promise<void> {
  const { pid } = process;
  const text = JSON.stringify({ pid, born: (await bornOf(pid)) ?? '', ...running });
  await writeFile(join(dataDir, RUNNING), text, { mode: 0o600 });
}

export async function removeRunning(dataDir: string): Promise<void> {
  await rm(join(dataDir, RUNNING), { force: true });
}

/** Where `roads build` keeps the roads, unless ROADS_DIR says otherwise. */
export function roadsDirIn(dataDir: string): string {
  return join(dataDir, 'roads');
}

/** Throws the data away. @throws Refusal while a Trellis runs on it, and for a folder that is not one of ours. */
export async function resetDataDir(dataDir: string): Promise<void> {
  await refuseWhileRunning(dataDir);
  const inside = await readdir(dataDir).catch((): string[] => []);
  if (inside.length === 0) return;
  if (![MARK, RUNNING, SECRET].some((name) => inside.includes(name))) {
    throw new Refusal(
      `${dataDir} does not look like a data folder of Trellis, so --reset leaves it as it is.\nChoose another with --data-dir.`,
    );
  }
  await rm(dataDir, { recursive: true, force: true });
}

export async function refuseWhileRunning(dataDir: string): Promise<void> {
  const running = await readRunning(dataDir);
  if (!running) return;
  const where = running.port === undefined ? '' : ` at http://localhost:${running.port}`;
  throw new Refusal(
    `Trellis already runs on ${dataDir}${where} (process ${running.pid}).\nStop it there with Ctrl-C, or choose another folder with --data-dir.`,
  );
}

/** The secret that signs this installation's session cookies: made once, readable by its owner alone. */
export async function sessionSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, SECRET);
  const known = await readFile(path, 'utf8').catch(() => '');
  if (known.length >= 32) return known;
  const secret = randomBytes(32).toString('base64url');
  await writeFile(path, secret, { mode: 0o600 });
  return secret;
}

/**
 * The file with the keys that seal this installation's data, made once and readable by its owner alone; nothing where
 * the environment names keys. Without the file what was sealed stays sealed: it belongs into the backup, in another place.
 */
export async function dataKeysOf(
  dataDir: string,
  env: NodeJS.ProcessEnv,
): Promise<{ DATA_KEYS_FILE?: string }> {
  if (env.DATA_KEYS || env.DATA_KEYS_FILE) return {};
  const path = join(dataDir, KEYS);
  const own = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(own, newKeys(), { mode: 0o600 });
  // A link is made whole or not at all, and of two who start at once the first one's keys stay.
  await link(own, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(own);
  return { DATA_KEYS_FILE: path };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
