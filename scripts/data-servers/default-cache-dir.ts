import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where fetched programs are kept: TRELLIS_CACHE, else the user's folder for caches. */
export function defaultCacheDir(env: NodeJS.ProcessEnv = process.env): string {
  return env.TRELLIS_CACHE || join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'trellis');
}
