import { isDeepStrictEqual } from 'node:util';
import type { Connection } from 'mongoose';
import { strictest } from '../../core/directory/confidential.ts';
import type { Confidentiality } from '../../core/directory/service.ts';
import { contentHash } from './content-hash.ts';

/** A record that is new or says something else than before, as an import writes it. */
export interface FreshRecord {
  id: string;
  replacement: Record<string, unknown>;
  isNew: boolean;
}

interface StoredRecord {
  _id: string;
  contentHash?: string;
  capacities?: { updated?: string }[];
  confidentiality?: Confidentiality;
  schedules?: unknown;
  toldHours?: { source: unknown };
}

/** Which of these records an import has to write, and what it writes: what people have told since stays. */
export async function freshRecords(
  db: Connection,
  name: string,
  records: readonly { id: string }[],
  keepTimes: boolean,
): Promise<FreshRecord[]> {
  const found = await db
    .collection<StoredRecord>(name)
    .find(
      { _id: { $in: records.map(({ id }) => id) } },
      { projection: { contentHash: 1, capacities: 1, confidentiality: 1, schedules: 1, toldHours: 1 } },
    )
    .toArray();
  const stored = new Map(found.map((record) => [record._id, record]));
  const hashed = records.map((record) => ({ record, hash: contentHash(record) }));
  const fresh = hashed.filter(({ record, hash }) => stored.get(record.id)?.contentHash !== hash);
  const now = new Date().toISOString();
  return fresh.map(({ record, hash }) => {
    const before = stored.get(record.id);
    const changedAt = keepTimes && !before ? lastModifiedOf(record) : now;
    const { id, ...rest } = {
      ...record,
      ...laterCapacities(record, before),
      ...keptSecret(record, before),
      ...keptHours(record, before),
    };
    return { id, replacement: { ...rest, contentHash: hash, changedAt }, isNew: before === undefined };
  });
}

function lastModifiedOf(record: object): string | undefined {
  return 'lastModified' in record && typeof record.lastModified === 'string'
    ? record.lastModified
    : undefined;
}

/**
 * Free places that a partner has told since are newer than what a file repeats: they stay where the file brings none
 * that are later.
 */
function laterCapacities(record: object, stored: StoredRecord | undefined): object {
  const kept = stored?.capacities ?? [];
  const incoming = ('capacities' in record ? record.capacities : []) as { updated?: string }[];
  return kept.length > 0 && latest(kept) > latest(incoming) ? { capacities: kept } : {};
}

/** An import makes nothing less confidential than it is: what a file forgets to say must not open a shelter. */
function keptSecret(record: object, stored: StoredRecord | undefined): object {
  if (stored?.confidentiality === undefined || !('confidentiality' in record)) return {};
  const said = record.confidentiality as Confidentiality;
  return { confidentiality: strictest(said, stored.confidentiality) };
}

/** Hours that were told here stay for as long as the file says what it said then; other ones are newer. */
function keptHours(record: object, { schedules, toldHours }: Partial<StoredRecord> = {}): object {
  if (toldHours === undefined || !('schedules' in record)) return {};
  return isDeepStrictEqual(plainJson(record.schedules), plainJson(toldHours.source))
    ? { schedules, toldHours }
    : {};
}

/** As it comes back from the database: without what is undefined. */
function plainJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function latest(capacities: readonly { updated?: string }[]): number {
  return Math.max(0, ...capacities.map(({ updated }) => (updated ? Date.parse(updated) || 0 : 0)));
}
