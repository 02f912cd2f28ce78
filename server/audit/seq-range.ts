import type { Connection } from 'mongoose';
import { entriesOf } from './audit-collections.ts';

/** Two processes may differ by this much in what time it is, so entries stand in the order of time only as far. */
const CLOCKS_DIFFER_MS = 10 * 60_000;

export interface SeqRange {
  first: number;
  /** Not among them. */
  end: number;
}

/**
 * Which places of the chain can hold entries of a time, found by halving: some twenty reads by `_id`, where an order by
 * time over millions of entries would be sorted anew for each search.
 */
export async function seqRange(
  db: Connection,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Promise<SeqRange> {
  const [first, last] = await Promise.all([edge(db, 1), edge(db, -1)]);
  const all = { first, end: last + 1 };
  const [start, end] = await Promise.all([
    from === undefined ? all.first : firstSince(db, all, shifted(from, -CLOCKS_DIFFER_MS)),
    to === undefined ? all.end : firstSince(db, all, shifted(to, CLOCKS_DIFFER_MS)),
  ]);
  return { first: start, end };
}

async function firstSince(db: Connection, { first, end }: SeqRange, moment: string): Promise<number> {
  let [low, high] = [first, end];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const found = await entriesOf(db).findOne({ _id: middle }, { projection: { at: 1 } });
    if (found && found.at < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

async function edge(db: Connection, direction: 1 | -1): Promise<number> {
  const [found] = await entriesOf(db)
    .find({}, { projection: { _id: 1 } })
    .sort({ _id: direction })
    .limit(1)
    .toArray();
  return found?._id ?? 0;
}

function shifted(moment: string, milliseconds: number): string {
  return new Date(Date.parse(moment) + milliseconds).toISOString();
}
