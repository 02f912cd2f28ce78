import type { Connection } from 'mongoose';
import { type ChainHead, EMPTY_CHAIN } from '../../core/audit/chain.ts';
import { entriesOf } from './audit-collections.ts';

/** The last entry. Read from the majority: an entry that a failing server takes back must have none behind it. */
export async function readHead(db: Connection): Promise<ChainHead> {
  const [last] = await entriesOf(db)
    .find({}, { projection: { mac: 1 }, readConcern: { level: 'majority' } })
    .sort({ _id: -1 })
    .limit(1)
    .toArray();
  return last ? { seq: last._id, mac: last.mac } : EMPTY_CHAIN;
}

/** What came after a place in the chain, in order: as many as `limit`. */
export async function readSince(db: Connection, { seq }: ChainHead, limit: number): Promise<ChainHead[]> {
  const found = await entriesOf(db)
    .find({ _id: { $gt: seq } }, { projection: { mac: 1 }, readConcern: { level: 'majority' } })
    .sort({ _id: 1 })
    .limit(limit)
    .toArray();
  return found.map(({ _id, mac }) => ({ seq: _id, mac }));
}
