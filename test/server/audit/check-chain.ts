import type { Connection } from 'mongoose';
import { EMPTY_CHAIN, faultOf, type Signer } from '../../../core/audit/chain.ts';
import type { AuditEntry } from '../../../core/audit/entry.ts';
import { entriesOf, fromStoredEntry } from '../../../server/audit/audit-collections.ts';

export async function readEntries(db: Connection): Promise<AuditEntry[]> {
  const stored = await entriesOf(db).find().sort({ _id: 1 }).toArray();
  return stored.map(fromStoredEntry);
}

/** The faults of a whole log, each with the place of its entry. */
export function faultsOf(log: readonly AuditEntry[], signer: Signer): string[] {
  return log.flatMap((entry, at) => {
    const fault = faultOf(log[at - 1] ?? EMPTY_CHAIN, entry, signer);
    return fault ? [`${entry.seq} ${fault}`] : [];
  });
}
