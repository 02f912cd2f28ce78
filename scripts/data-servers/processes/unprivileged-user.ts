import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export interface User {
  uid: number;
  gid: number;
}

/** Whom a server runs as that refuses root: nobody when we are root, else we ourselves (undefined). */
export async function unprivilegedUser(): Promise<User | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((each) => each.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) };
}

/**
 * A folder that the user can get to. Root's own folders are closed to others, so when we are root and `wanted` lies in one, the
 * folder is made under `fallback` instead, by a name that `wanted` always gets.
 */
export async function reachableFolder(
  wanted: string,
  fallback: string,
  user: User | undefined,
): Promise<string> {
  const folder = resolve(wanted);
  await mkdir(folder, { recursive: true });
  if (!user || canReach(folder, user)) return folder;
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const other = join(fallback, hash);
  await mkdir(other, { recursive: true, mode: 0o755 });
  return other;
}

/** Whether another user can get into a folder: every folder above it must let them through. */
export function canReach(folder: string, user: User): boolean {
  return spawnSync('test', ['-x', folder], { ...user, cwd: '/' }).status === 0;
}
