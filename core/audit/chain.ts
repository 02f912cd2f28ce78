import { encodeEntry } from './encode-entry.ts';
import type { AuditEntry, UnchainedEntry } from './entry.ts';

/** What stands before the first entry. */
export const CHAIN_START = 'start';

/** An entry's place, from which the next is chained. */
export interface ChainHead {
  seq: number;
  mac: string;
}

export const EMPTY_CHAIN: ChainHead = { seq: 0, mac: CHAIN_START };

/** Makes the codes that only who has the key can make; each names its key, so that older ones are still checked. */
export interface Signer {
  readonly current: string;
  /** Undefined where there is no such key. */
  sign(key: string, text: string): string | undefined;
}

/** Puts entries behind the head: each vouches for all before it. */
export function chainEntries(
  head: ChainHead,
  entries: readonly UnchainedEntry[],
  signer: Signer,
): AuditEntry[] {
  let last = head;
  return entries.map((entry) => {
    const placed = { ...entry, seq: last.seq + 1, key: signer.current, prev: last.mac };
    const chained = { ...placed, mac: signer.sign(signer.current, encodeEntry(placed))! };
    last = chained;
    return chained;
  });
}

/** What is wrong with an entry. */
export type ChainFault = 'missing-before' | 'out-of-order' | 'unknown-key' | 'not-linked' | 'changed';

/** Undefined where the entry is the one that was written behind `last`. */
export function faultOf(last: ChainHead, entry: AuditEntry, signer: Signer): ChainFault | undefined {
  if (entry.seq > last.seq + 1) return 'missing-before';
  if (entry.seq !== last.seq + 1) return 'out-of-order';
  const { mac, ...rest } = entry;
  const expected = signer.sign(entry.key, encodeEntry(rest));
  if (expected === undefined) return 'unknown-key';
  if (expected !== mac) return 'changed';
  return entry.prev === last.mac ? undefined : 'not-linked';
}
