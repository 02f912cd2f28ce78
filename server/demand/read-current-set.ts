import type { Connection } from 'mongoose';
import { type AreaSet, readAreaSet } from './area-set-store.ts';

/**
 * Reads from the set of areas that is shown. Where another one took its place in the meantime, what was read may be a
 * part of it only, so it is read again.
 */
export async function readCurrentSet<T>(
  db: Connection,
  read: (set: AreaSet) => Promise<T>,
): Promise<T | undefined> {
  for (let shown = await readAreaSet(db); shown; ) {
    const result = await read(shown);
    const now = await readAreaSet(db);
    if (now?.set === shown.set) return result;
    shown = now;
  }
  return undefined;
}
