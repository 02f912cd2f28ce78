import type { Writable } from 'node:stream';

/** Who waits for each stream. One listener a stream, however often it is waited for: of compressed answers none can be taken off again. */
const WAITING = new WeakMap<Writable, Set<() => void>>();

/** A reader who has gone away never drains: its leaving counts too. */
export async function drained(out: Writable): Promise<void> {
  if (out.destroyed) return;
  const waiting = WAITING.get(out) ?? listenTo(out);
  await new Promise<void>((resolve) => waiting.add(resolve));
}

function listenTo(out: Writable): Set<() => void> {
  const waiting = new Set<() => void>();
  const goOn = () => {
    for (const resolve of waiting) resolve();
    waiting.clear();
  };
  out.on('drain', goOn);
  out.on('close', goOn);
  WAITING.set(out, waiting);
  return waiting;
}
