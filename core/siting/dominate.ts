import type { Facilities } from './facilities.ts';

export interface Dominated {
  /** Per column: 1 it must open, -1 it may stay closed. */
  state: Int8Array;
  /** Per row: whether it is covered whenever the others are. */
  gone: Uint8Array;
  found: number;
}

/**
 * What a cover can do without (C. Toregas and C. ReVelle, 1973): a column whose rows another has too, for no more; and
 * where every row must be covered, a row that holds all columns of another. A duty with one column opens it.
 */
export function dominate(f: Facilities): Dominated {
  const dominated = {
    state: new Int8Array(f.site.length),
    gone: new Uint8Array(f.cap.length),
    found: 0,
  };
  if (f.isDuty) dropRows(f, dominated);
  dropColumns(f, dominated);
  return dominated;
}

function dropRows(f: Facilities, dominated: Dominated): void {
  const { rowStart, rowColumn, columnStart, columnRow } = f;
  const { state, gone } = dominated;
  const length = (row: number) => rowStart[row + 1]! - rowStart[row]!;
  const sets = bitSets(f.cap.length, f.site.length, rowStart, rowColumn);
  const shortFirst = Array.from(gone.keys()).sort((a, b) => length(a) - length(b) || a - b);
  for (const row of shortFirst) {
    if (gone[row]) continue;
    const rare = rarest(rowColumn, rowStart[row]!, rowStart[row + 1]!, (column) =>
      spread(columnStart, column),
    );
    if (length(row) === 1) {
      if (state[rare] === 0) dominated.found++;
      state[rare] = 1;
    }
    for (let entry = columnStart[rare]!; entry < columnStart[rare + 1]!; entry++) {
      const other = columnRow[entry]!;
      if (other === row || gone[other] || length(other) < length(row)) continue;
      if (!isWithin(sets, row, other)) continue;
      gone[other] = 1;
      dominated.found++;
    }
  }
}

function dropColumns(f: Facilities, dominated: Dominated): void {
  const { rowStart, rowColumn, columnStart, columnRow, price, draw } = f;
  const { state, gone } = dominated;
  const sets = bitSets(f.site.length, f.cap.length, columnStart, columnRow, gone);
  for (let column = 0; column < state.length; column++) {
    if (state[column] !== 0) continue;
    const [start, end] = [columnStart[column]!, columnStart[column + 1]!];
    const rare = rarest(columnRow, start, end, (row) =>
      gone[row] ? Number.POSITIVE_INFINITY : spread(rowStart, row),
    );
    for (let entry = rowStart[rare]!; entry < rowStart[rare + 1]!; entry++) {
      const other = rowColumn[entry]!;
      if (other === column || state[other]! < 0) continue;
      if (price[other]! > price[column]! || draw[other]! > draw[column]!) continue;
      if (!isWithin(sets, column, other)) continue;
      // Of columns that are equal in everything the first stays.
      const isCheaper = price[other]! < price[column]! || draw[other]! < draw[column]!;
      if (other > column && !isCheaper && isWithin(sets, other, column)) continue;
      state[column] = -1;
      dominated.found++;
      break;
    }
  }
}

const spread = (start: Int32Array, at: number) => start[at + 1]! - start[at]!;

/** The member of which there is least; of equal ones the first. */
function rarest(members: Int32Array, start: number, end: number, count: (member: number) => number): number {
  let rare = members[start]!;
  let least = count(rare);
  for (let entry = start + 1; entry < end; entry++) {
    const own = count(members[entry]!);
    if (own >= least) continue;
    least = own;
    rare = members[entry]!;
  }
  return rare;
}

interface BitSets {
  words: number;
  bits: Int32Array;
}

function bitSets(
  sets: number,
  members: number,
  start: Int32Array,
  member: Int32Array,
  without?: Uint8Array,
): BitSets {
  const words = (members + 31) >> 5;
  const bits = new Int32Array(sets * words);
  for (let set = 0; set < sets; set++)
    for (let entry = start[set]!; entry < start[set + 1]!; entry++) {
      const own = member[entry]!;
      if (!without?.[own]) bits[set * words + (own >> 5)]! |= 1 << (own & 31);
    }
  return { words, bits };
}

function isWithin({ words, bits }: BitSets, inner: number, outer: number): boolean {
  for (let word = 0; word < words; word++)
    if ((bits[inner * words + word]! & ~bits[outer * words + word]!) !== 0) return false;
  return true;
}
