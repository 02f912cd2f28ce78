import { mongo } from 'mongoose';

const WRITES = [
  'insertOne',
  'updateOne',
  'updateMany',
  'deleteOne',
  'deleteMany',
  'bulkWrite',
  'insertMany',
] as const;

class Killed extends Error {}

/**
 * Does something that is killed before its write number `after` (from 0): that one and all after it never reach the engine,
 * as if the process were gone. Whether it came to its end before.
 */
export async function killedAfter(after: number, work: () => Promise<unknown>): Promise<boolean> {
  const prototype = mongo.Collection.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  const originals = WRITES.map((name) => [name, prototype[name]!] as const);
  let done = 0;
  for (const [name, original] of originals)
    prototype[name] = function (this: unknown, ...args: unknown[]) {
      done += 1;
      if (done > after) return Promise.reject(new Killed());
      return original.apply(this, args);
    };
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
    return false;
  } finally {
    for (const [name, original] of originals) prototype[name] = original;
  }
}
