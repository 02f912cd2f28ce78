import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { User } from '../processes/unprivileged-user.ts';

/** Makes an empty cluster that trusts whom its socket folder lets in, and no network. */
export async function createCluster(
  initdb: string,
  folder: string,
  superuser: string,
  user: User | undefined,
): Promise<void> {
  const args = ['-D', folder, '-U', superuser, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'GMT' };
  try {
    await promisify(execFile)(initdb, args, { env, cwd: dirname(folder), ...user });
  } catch (cause) {
    throw new Error(`initdb failed: ${(cause as { stderr?: string }).stderr || (cause as Error).message}`, {
      cause,
    });
  }
  await writeFile(join(folder, 'pg_hba.conf'), 'local all all trust\n');
}
