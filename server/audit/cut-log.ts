import { signAnchor } from '../../core/audit/anchor.ts';
import type { AuditEntry } from '../../core/audit/entry.ts';
import type { Deps } from '../deps.ts';
import { model } from '../store/collection.ts';
import { students } from '../students/student-collection.ts';
import { saveAnchor } from './anchor-store.ts';
import { entriesOf } from './audit-collections.ts';
import { auditSigner } from './audit-signer.ts';

const BATCH = 1000;

type Cutting = Pick<Deps, 'db' | 'config' | 'clock' | 'audit'>;

/**
 * Removes entries that are older than `before`: first a signed note of where the chain will begin, then the entries. It
 * stops before the first disclosure of a student who is still kept, for that belongs to the record as long as there is
 * one (34 CFR 99.32(a)(2)), and always leaves the last entry. A cut that was interrupted is finished by the next.
 * @returns how many were removed
 */
export async function cutLog(deps: Cutting, before: Date): Promise<number> {
  const { db, config, clock } = deps;
  const last = await lastToCut(deps, before.toISOString());
  if (!last) return 0;
  const anchor = { seq: last._id, mac: last.mac, kind: 'cut', at: clock().toISOString() } as const;
  await saveAnchor(db, signAnchor(anchor, auditSigner(config.keyRing)));
  const removed = await removeUpTo(db, last._id);
  await deps.audit.record({
    action: 'system.audit-cut',
    account: null,
    why: 'retention',
    counts: { entries: removed, upTo: last._id },
  });
  return removed;
}

/** A thousand places at a time, so that no server is held up by one long removal. */
async function removeUpTo(db: Cutting['db'], last: number): Promise<number> {
  let removed = 0;
  const [first] = await entriesOf(db)
    .find({}, { projection: { _id: 1 } })
    .sort({ _id: 1 })
    .limit(1)
    .toArray();
  for (let from = first?._id ?? last; from <= last; from += BATCH) {
    const upTo = Math.min(last, from + BATCH - 1);
    removed += (await entriesOf(db).deleteMany({ _id: { $lte: upTo } })).deletedCount;
  }
  return removed;
}

async function lastToCut({ db }: Cutting, before: string) {
  const [newest] = await entriesOf(db)
    .find({}, { projection: { _id: 1 } })
    .sort({ _id: -1 })
    .limit(1)
    .toArray();
  let last: { _id: number; mac: string } | undefined;
  const oldest = entriesOf(db)
    .find({ _id: { $lt: newest?._id ?? 0 } }, { projection: { mac: 1, at: 1, studentIds: 1, disclosure: 1 } })
    .sort({ _id: 1 })
    .batchSize(BATCH);
  for await (const entry of oldest) {
    if (entry.at >= before || (await mustStay(db, entry))) break;
    last = { _id: entry._id, mac: entry.mac };
  }
  return last;
}

async function mustStay(
  db: Cutting['db'],
  { disclosure, studentIds }: Pick<AuditEntry, 'disclosure' | 'studentIds'>,
): Promise<boolean> {
  if (!disclosure) return false;
  return (await model(db, students).exists({ _id: { $in: studentIds } })) !== null;
}
