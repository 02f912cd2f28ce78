import { createHash, randomUUID } from 'node:crypto';
import { chmod, chown, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canReach, type User } from '../processes/unprivileged-user.ts';

const ELSEWHERE = '/var/lib/trellis';

/**
 * The folder of DocumentDB's files: "documentdb" in the data folder. When we are root and the data folder lies where the user
 * that PostgreSQL runs as cannot get to (root's home), the files are elsewhere and the folder holds a token that names them. Who
 * removes the data folder removes the token, and what it named is removed by the next start.
 */
export async function homeFolder(
  dataDir: string,
  user: User | undefined,
  elsewhere = ELSEWHERE,
): Promise<string> {
  const near = join(dataDir, 'documentdb');
  // Others may pass through the data folder, not look into it.
  if (user) await chmod(dataDir, 0o711);
  if (!user || canReach(dataDir, user)) {
    await ownFolder(near, user);
    return near;
  }
  await mkdir(near, { recursive: true });
  const tokenFile = join(near, 'token');
  const token = await readFile(tokenFile, 'utf8').catch(() => '');
  const name = token || randomUUID();
  if (!token) await writeFile(tokenFile, name);
  const base = join(elsewhere, createHash('sha256').update(dataDir).digest('hex').slice(0, 12));
  await mkdir(base, { recursive: true, mode: 0o755 });
  for (const other of await readdir(base)) {
    if (other !== name) await rm(join(base, other), { recursive: true, force: true });
  }
  await ownFolder(join(base, name), user);
  return join(base, name);
}

/** Makes a folder for the user that PostgreSQL runs as, and nobody else. */
export async function ownFolder(folder: string, user: User | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (user) await chown(folder, user.uid, user.gid);
}
