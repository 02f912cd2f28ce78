import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { withMachineLock } from './machine-lock.ts';
import { bornOf, isAlive, type ProcessIdentity } from './process-identity.ts';
import { sleep } from './sleep.ts';

/** What is written about a server that runs for a data folder, so that a later start can find and end it. */
export interface RunningServer extends ProcessIdentity {
  name: string;
  stopSignal: NodeJS.Signals;
}

const OWNER = 'owner.json';
/** A server that has been asked to stop gets this long, then it is killed. */
const PATIENCE_MS = 8000;

/**
 * Claims a data folder for this process. Servers that an earlier owner left behind (it was killed) are stopped; when that owner
 * is alive, the folder is in use and this throws.
 */
export async function claimRunFolder(dataDir: string, patienceMs = PATIENCE_MS): Promise<string> {
  const runDir = join(resolve(dataDir), 'run');
  await mkdir(runDir, { recursive: true });
  return withMachineLock(`claim ${runDir}`, async () => {
    const owner = await readJson<ProcessIdentity>(join(runDir, OWNER));
    if (owner && (await isAlive(owner)) && !(owner.pid === process.pid && !inUse.has(runDir))) {
      throw new Error(`The data folder ${dataDir} is in use by process ${owner.pid}. Stop that one first.`);
    }
    await stopLeftovers(runDir, patienceMs);
    await writeJson(join(runDir, OWNER), { pid: process.pid, born: (await bornOf(process.pid)) ?? '' });
    inUse.add(runDir);
    return runDir;
  });
}

/** Run folders of this very process. */
const inUse = new Set<string>();

/** Gives the data folder free. */
export async function releaseRunFolder(runDir: string): Promise<void> {
  inUse.delete(runDir);
  await rm(join(runDir, OWNER), { force: true });
}

/** Writes down a server; the returned function forgets it. */
export async function noteServer(
  runDir: string,
  server: Omit<RunningServer, 'born'>,
): Promise<() => Promise<void>> {
  const file = join(runDir, `${server.name}.json`);
  const born = await bornOf(server.pid);
  if (born) await writeJson(file, { ...server, born });
  return () => rm(file, { force: true });
}

async function stopLeftovers(runDir: string, patienceMs: number): Promise<void> {
  const files = (await readdir(runDir)).filter((file) => file.endsWith('.json') && file !== OWNER);
  await Promise.all(
    files.map(async (file) => {
      const server = await readJson<RunningServer>(join(runDir, file));
      if (server) await endProcess(server, server.stopSignal, patienceMs);
      await rm(join(runDir, file), { force: true });
    }),
  );
}

/** Stops a process if it is still the one meant: asks first, kills later. */
export async function endProcess(
  identity: ProcessIdentity,
  signal: NodeJS.Signals,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  if (!(await isAlive(identity))) return;
  kill(identity.pid, signal);
  const deadline = Date.now() + patienceMs;
  while (await isAlive(identity)) {
    if (Date.now() > deadline) kill(identity.pid, 'SIGKILL');
    await sleep(10);
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in between.
  }
}

async function readJson<T>(file: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch {
    return null;
  }
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(value));
  await rename(`${file}.new`, file);
}
