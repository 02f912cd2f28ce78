import type { Connection } from 'mongoose';
import { type CollectionSpec, model } from '../../server/store/collection.ts';

/**
 * A connection on which `before` runs ahead of each call of one method of a collection, Mongoose's or the driver's. What it
 * throws is what the call throws: so a test makes MongoDB fail at one place, or does something at that very moment.
 */
export function hookedDatabase(
  db: Connection,
  spec: CollectionSpec,
  method: string,
  before: (...args: unknown[]) => Promise<void> | void,
): Connection {
  const known = model(db, spec);
  const collection = hooked(known.collection, { [method]: before });
  const replaced = hooked(known, { [method]: before }, { collection });
  return hooked(db, {}, { models: { ...db.models, [spec.name]: replaced } });
}

function hooked<T extends object>(
  target: T,
  hooks: Record<string, (...args: unknown[]) => Promise<void> | void>,
  replaced: Record<string, unknown> = {},
): T {
  return new Proxy(target, {
    get(object, key) {
      if (typeof key === 'string' && key in replaced) return replaced[key];
      const value = Reflect.get(object, key, object);
      const hook = typeof key === 'string' ? hooks[key] : undefined;
      if (!hook) return typeof value === 'function' && !isClass(value) ? value.bind(object) : value;
      return async (...args: unknown[]) => {
        await hook(...args);
        return (value as (...all: unknown[]) => unknown).apply(object, args);
      };
    },
  });
}

/** A constructor must stay itself: bound, it would lose what hangs on it. */
function isClass(value: object): boolean {
  return /^class\s/.test(Function.prototype.toString.call(value));
}
