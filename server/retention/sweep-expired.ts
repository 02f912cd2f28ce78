import type { Deps } from '../deps.ts';
import type { Swept } from './sweep.ts';

/**
 * Records that say themselves when they run out. MongoDB clears them away by an index; not every engine does, and none
 * says how many.
 */
export function sweepExpired(
  collection: string,
  path: string,
  type: 'date' | 'text' = 'date',
): (deps: Pick<Deps, 'db'>, until: Date) => Promise<Swept> {
  return async ({ db }, until): Promise<Swept> => {
    const records = db.collection<{ [field: string]: Date | string }>(collection);
    const filter = { [path]: { $lt: type === 'date' ? until : until.toISOString() } };
    const [oldest] = await records
      .find(filter)
      .sort({ [path]: 1 })
      .limit(1)
      .toArray();
    if (!oldest) return { deleted: 0 };
    const { deletedCount } = await records.deleteMany(filter);
    const date = oldest[path];
    return { deleted: deletedCount, oldest: date instanceof Date ? date.toISOString() : date };
  };
}
