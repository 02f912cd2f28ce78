import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from './refusal.ts';

/** What a running Trellis tells other commands on the same data folder. */
const Running = z.object({
  pid: z.int(),
  mongodbUri: z.string(),
  redisUrl: z.string(),
  port: z.int().optional(),
});
export type Running = z.infer<typeof Running>;

/** Makes the data folder. @throws Refusal where it cannot be written. */
export async function openDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK | constants.R_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(
      `The data folder ${dataDir} cannot be used (${reason}).\nChoose another with --data-dir, or change its permissions.`,
    );
  }
}

/** The Trellis that runs on this data folder, if one does. What a killed one left behind does not count. */
export async function readRunning(dataDir: string): Promise<Running | undefined> {
  const text = await readFile(runningFile(dataDir), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const parsed = Running.safeParse(parseJson(text));
  return parsed.success && isAlive(parsed.data.pid) ? parsed.data : undefined;
}

export async function writeRunning(dataDir: string, running: Running): Promise<void> {
  await writeFile(runningFile(dataDir), JSON.stringify(running), { mode: 0o600 });
}

export async function removeRunning(dataDir: string): Promise<void> {
  await rm(runningFile(dataDir), { force: true });
}

/** Throws the data away. @throws Refusal while a Trellis runs on it. */
export async function resetDataDir(dataDir: string): Promise<void> {
  await refuseWhileRunning(dataDir);
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
  const path = join(dataDir, 'session-secret');
  const known = await readFile(path, 'utf8').catch(() => '');
  if (known.length >= 32) return known;
  const secret = randomBytes(32).toString('base64url');
  await writeFile(path, secret, { mode: 0o600 });
  return secret;
}

function runningFile(dataDir: string): string {
  return join(dataDir, 'running.json');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
