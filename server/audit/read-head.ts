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
