import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** A reader who has gone away never drains: its leaving counts too. */
export async function drained(out: Writable): Promise<void> {
  const stop = new AbortController();
  const { signal } = stop;
  await Promise.race([once(out, 'drain', { signal }), once(out, 'close', { signal })]).finally(() =>
    stop.abort(),
  );
}
