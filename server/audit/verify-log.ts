import type { Connection } from 'mongoose';
import { type AuditAnchor, isGenuine } from '../../core/audit/anchor.ts';
import {
  type ChainFault,
  type ChainHead,
  EMPTY_CHAIN,
  faultOf,
  type Signer,
} from '../../core/audit/chain.ts';
import { readAnchors } from './anchor-store.ts';
import { entriesOf, fromStoredEntry } from './audit-collections.ts';

/** Of the log as a whole, besides those of an entry. */
export type LogFault = ChainFault | 'forged-anchor' | 'not-as-anchored' | 'end-missing' | 'before-the-cut';

export interface LogReport {
  /** How many entries were found whole. */
  checked: number;
  head: ChainHead;
  /** Entries up to here were removed on purpose. */
  cutAt?: ChainHead & { at: string };
  /** The first thing that is wrong, and at which place. */
  fault?: { seq: number; what: LogFault };
}

interface VerifyOptions {
  /** An anchor that was kept outside of the database. */
  kept?: ChainHead | undefined;
  onProgress?: (checked: number) => void;
}

const TELL_EVERY = 100_000;
const BATCH = 1000;

/** Reads the whole log once, an entry at a time, and stops at the first that is not as it was written. */
export async function verifyLog(
  db: Connection,
  signer: Signer,
  { kept, onProgress }: VerifyOptions = {},
): Promise<LogReport> {
  const anchors = await readAnchors(db);
  const bad = anchors.map((anchor) => signatureFault(anchor, signer)).find((fault) => fault !== undefined);
  if (bad) return { checked: 0, head: EMPTY_CHAIN, fault: bad };
  const cut = lastCut(anchors);
  const from: ChainHead = cut ?? EMPTY_CHAIN;
  const known = new Map(anchors.filter(({ seq }) => seq > from.seq).map(({ seq, mac }) => [seq, mac]));
  if (kept && kept.seq < from.seq)
    return { checked: 0, head: from, fault: { seq: kept.seq, what: 'before-the-cut' } };
  if (kept && (known.get(kept.seq) ?? kept.mac) !== kept.mac)
    return { checked: 0, head: from, fault: { seq: kept.seq, what: 'not-as-anchored' } };
  if (kept) known.set(kept.seq, kept.mac);
  const report = await follow(db, signer, from, known, onProgress);
  const missed = [...known.keys()].sort((a, b) => a - b).find((seq) => seq > report.head.seq);
  const end = !report.fault &&
    missed !== undefined && { fault: { seq: missed, what: 'end-missing' as const } };
  return { ...report, ...(cut && { cutAt: { seq: cut.seq, mac: cut.mac, at: cut.at } }), ...end };
}

async function follow(
  db: Connection,
  signer: Signer,
  from: ChainHead,
  anchors: ReadonlyMap<number, string>,
  onProgress: VerifyOptions['onProgress'],
): Promise<LogReport> {
  let head = from;
  let checked = 0;
  const stored = entriesOf(db)
    .find({ _id: { $gt: from.seq } })
    .sort({ _id: 1 })
    .batchSize(BATCH);
  for await (const one of stored) {
    const entry = fromStoredEntry(one);
    const what = faultOf(head, entry, signer) ?? anchorFault(anchors, entry);
    // What is missing is said by its own place, not by that of the entry that follows.
    const seq = what === 'missing-before' ? head.seq + 1 : entry.seq;
    if (what) return { checked, head, fault: { seq, what } };
    head = { seq: entry.seq, mac: entry.mac };
    checked += 1;
    if (checked % TELL_EVERY === 0) onProgress?.(checked);
  }
  return { checked, head };
}

function signatureFault(anchor: AuditAnchor, signer: Signer): LogReport['fault'] {
  if (isGenuine(anchor, signer)) return undefined;
  const isKnown = signer.sign(anchor.key, '') !== undefined;
  return { seq: anchor.seq, what: isKnown ? 'forged-anchor' : 'unknown-key' };
}

function anchorFault(anchors: ReadonlyMap<number, string>, { seq, mac }: ChainHead): LogFault | undefined {
  const expected = anchors.get(seq);
  return expected === undefined || expected === mac ? undefined : 'not-as-anchored';
}

function lastCut(anchors: readonly AuditAnchor[]): AuditAnchor | undefined {
  return anchors.findLast(({ kind }) => kind === 'cut');
}
