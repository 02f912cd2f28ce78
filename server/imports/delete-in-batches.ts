import type { mongo } from 'mongoose';

const BATCH = 5000;

/** Deletes what a filter finds, a bounded number at a time, so that no single command runs for minutes. */
export async function deleteInBatches<T extends { _id: string }>(
  collection: mongo.Collection<T>,
  filter: mongo.Filter<T>,
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const found = await collection
      .find(filter, { projection: { _id: 1 } })
      .limit(BATCH)
      .toArray();
    if (found.length === 0) return deleted;
    const ids = found.map(({ _id }) => _id);
    const result = await collection.deleteMany({ _id: { $in: ids } } as unknown as mongo.Filter<T>);
    deleted += result.deletedCount;
  }
}
