import type { Connection } from 'mongoose';
import { fromStored, type Stored } from '../store/collection.ts';
import type { QualityRecord } from './quality-collections.ts';
import { recordsIn } from './quality-store.ts';
import type { Sight } from './sight.ts';

export interface QualityQuestion {
  rule: string;
  source?: string | undefined;
}

/** Records in which a rule found something, by name, and how many there are in all. */
export async function listRecords(
  db: Connection,
  { rule, source }: QualityQuestion,
  sight: Sight,
  { skip, limit }: { skip: number; limit: number },
): Promise<{ items: QualityRecord[]; total: number }> {
  if (typeof sight.of === 'object') {
    const own = await readOwned(db, sight);
    const asked = own
      .filter((record) => record.rules.includes(rule) && (source === undefined || record.source === source))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
    return { items: asked.slice(skip, skip + limit), total: asked.length };
  }
  const filter = {
    rules: rule,
    ...(source !== undefined && { source }),
    ...(sight.of === 'open' && { isSecret: false }),
  };
  const [found, total] = await Promise.all([
    recordsIn(db)
      .find(filter)
      .sort({ name: 1, _id: 1 })
      .skip(skip)
      .limit(limit)
      .batchSize(limit)
      .lean<Stored<QualityRecord>[]>(),
    recordsIn(db).countDocuments(filter),
  ]);
  return { items: found.map((record) => fromStored<QualityRecord>(record)), total };
}

/** All records of the organizations that somebody keeps: a partner's are few enough to be read. */
export async function readOwned(db: Connection, { of, sees }: Sight): Promise<QualityRecord[]> {
  if (typeof of === 'string') return [];
  const found = await recordsIn(db)
    .find({ organizationIds: { $in: of.organizationIds } })
    .lean<Stored<QualityRecord>[]>();
  return found.map((record) => fromStored<QualityRecord>(record)).filter(sees);
}
