import type { Connection } from 'mongoose';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { type MergedKind, type MergeRecord, merges } from './duplicate-collections.ts';

export const mergesIn = (db: Connection) => model<MergeRecord>(db, merges);

/** The merges of a kind, newest first; also those that are on their way in or out. */
export async function readMerges(db: Connection, kind: MergedKind): Promise<MergeRecord[]> {
  const found = await mergesIn(db).find({ kind }).sort({ at: -1, _id: 1 }).lean<Stored<MergeRecord>[]>();
  return found.map((merge) => fromStored<MergeRecord>(merge));
}

/** Where a record is found now: itself, or what it was merged into, over however many merges. */
export function survivorsAmong(known: readonly MergeRecord[]): (id: string) => string {
  const inForce = known.filter(({ state }) => state !== 'undoing');
  const into = new Map(inForce.map((merge) => [merge.id, merge.into]));
  return (id) => {
    let at = id;
    for (let next = into.get(at); next !== undefined; next = into.get(at)) at = next;
    return at;
  };
}

/** The same of some records, asked of the database: one round trip, one more for each merge of a merge. */
export async function readSurvivors(db: Connection, ids: readonly string[]): Promise<(id: string) => string> {
  const known: MergeRecord[] = [];
  let open = [...new Set(ids)];
  while (open.length > 0) {
    const found = await mergesIn(db)
      .find({ _id: { $in: open } })
      .lean<Stored<MergeRecord>[]>();
    known.push(...found.map((merge) => fromStored<MergeRecord>(merge)));
    open = found.map(({ into }) => into);
  }
  return survivorsAmong(known);
}

/** Records that are one with these: by survivor, the ids that were merged into it. */
export async function readFormerIds(db: Connection, ids: readonly string[]): Promise<Map<string, string[]>> {
  const former = new Map<string, string[]>();
  const survivorOf = new Map(ids.map((id) => [id, id]));
  let open = [...survivorOf.keys()];
  while (open.length > 0) {
    const found = await mergesIn(db)
      .find({ into: { $in: open }, state: { $ne: 'undoing' } })
      .lean<Stored<MergeRecord>[]>();
    for (const { _id, into } of found) {
      const survivor = survivorOf.get(into)!;
      survivorOf.set(_id, survivor);
      former.set(survivor, [...(former.get(survivor) ?? []), _id]);
    }
    open = found.map(({ _id }) => _id);
  }
  return former;
}

/** All ids that are connected with one of these by merges, also by those that are being undone. */
export function familyOf(known: readonly MergeRecord[], ids: readonly string[]): string[] {
  const family = new Set(ids);
  for (let size = -1; size !== family.size; ) {
    size = family.size;
    for (const { id, into } of known) if (family.has(id) || family.has(into)) family.add(id).add(into);
  }
  return [...family].sort();
}
