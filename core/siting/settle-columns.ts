import { type Facilities, withColumns } from './facilities.ts';

export interface Settled {
  facilities: Facilities;
  /** The rows' multipliers, carried over. */
  lambda: Float64Array;
  /** Per column that is left: which it was. */
  from: Int32Array;
}

/**
 * The problem that is left once columns are open (1) or closed (-1), without the rows that are `gone`. Columns that serve
 * nothing or exceed the budget fall out, rows that nothing serves are settled; of a cover, equal rows become one.
 */
export function settleColumns(
  f: Facilities,
  state: Int8Array,
  lambda: Float64Array,
  gone?: Uint8Array,
): Settled {
  const left = { settled: f.settled, p: f.p, budget: f.budget, open: [...f.open] };
  state.forEach((way, column) => {
    if (way !== 1) return;
    left.open.push(f.site[column]!);
    left.settled += f.price[column]!;
    left.p--;
    left.budget -= f.draw[column]!;
  });
  // Columns that must all be open may be more than is allowed: then nothing is left to be found.
  if (left.p < 0 || left.budget < 0) left.settled = Number.POSITIVE_INFINITY;
  const { number, from } = numberColumns(f, state, gone, left.budget);
  const rows = keepRows(f, state, lambda, gone, number);
  const facilities = withColumns({
    site: Int32Array.from(from, (column) => f.site[column]!),
    price: Float64Array.from(from, (column) => f.price[column]!),
    draw: Float64Array.from(from, (column) => f.draw[column]!),
    ...rows.kept,
    settled: left.settled + rows.settled,
    open: left.open,
    p: Math.min(left.p, from.length),
    budget: left.budget,
    isCover: f.isCover,
    isDuty: f.isDuty,
  });
  return { facilities, lambda: rows.lambda, from };
}

/** New numbers for the columns that stay; -1 for the others. */
function numberColumns(f: Facilities, state: Int8Array, gone: Uint8Array | undefined, budget: number) {
  const serves = new Uint8Array(state.length);
  for (let row = 0; row < f.cap.length; row++) {
    if (gone?.[row]) continue;
    const start = f.rowStart[row]!;
    let end = start;
    while (end < f.rowStart[row + 1]! && state[f.rowColumn[end]!] !== 1) end++;
    const isCovered = f.isCover && end < f.rowStart[row + 1]!;
    if (!isCovered) for (let entry = start; entry < end; entry++) serves[f.rowColumn[entry]!] = 1;
  }
  const number = new Int32Array(state.length).fill(-1);
  const from: number[] = [];
  for (let column = 0; column < state.length; column++)
    if (state[column] === 0 && serves[column] && f.draw[column]! <= budget)
      number[column] = from.push(column) - 1;
  return { number, from: Int32Array.from(from) };
}

function keepRows(
  f: Facilities,
  state: Int8Array,
  lambda: Float64Array,
  gone: Uint8Array | undefined,
  number: Int32Array,
) {
  const rowStart = new Int32Array(f.cap.length + 1);
  const rowColumn = new Int32Array(f.rowColumn.length);
  const rowCost = new Float64Array(f.rowColumn.length);
  const cap = new Float64Array(f.cap.length);
  const own = new Float64Array(f.cap.length);
  const twins = new Map<number, number>();
  let [count, end, settled] = [0, 0, 0];
  for (let row = 0; row < f.cap.length; row++) {
    if (gone?.[row]) continue;
    const start = end;
    let most = f.isDuty ? Number.POSITIVE_INFINITY : f.cap[row]!;
    let key = 0;
    for (let entry = f.rowStart[row]!; entry < f.rowStart[row + 1]!; entry++) {
      const column = f.rowColumn[entry]!;
      if (state[column] === 1) most = f.rowCost[entry]!;
      if (f.rowCost[entry]! >= most) break;
      const to = number[column]!;
      if (to < 0) continue;
      rowColumn[end] = to;
      rowCost[end++] = f.rowCost[entry]!;
      key = (Math.imul(key, 0x01000193) ^ (to + 1)) >>> 0;
    }
    while (end > start && rowCost[end - 1]! >= most) end--;
    if (end === start) {
      settled += most;
      continue;
    }
    if (f.isDuty) most = cheapest(f, number, row);
    if (most === 0) {
      end = start;
      continue;
    }
    const twin = f.isCover ? twins.get(key) : undefined;
    if (twin !== undefined && isSame(rowColumn, rowStart[twin]!, rowStart[twin + 1]!, start, end)) {
      if (!f.isDuty) cap[twin]! += most;
      own[twin] = Math.min(cap[twin]!, own[twin]! + lambda[row]!);
      end = start;
      continue;
    }
    twins.set(key, count);
    cap[count] = most;
    own[count] = Math.min(most, lambda[row]!);
    rowStart[++count] = end;
  }
  const kept = {
    rowStart: rowStart.slice(0, count + 1),
    rowColumn: rowColumn.slice(0, end),
    rowCost: rowCost.slice(0, end),
    cap: cap.slice(0, count),
  };
  return { kept, lambda: own.slice(0, count), settled };
}

/** The least price among the columns of a row that stay. */
function cheapest(f: Facilities, number: Int32Array, row: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let entry = f.rowStart[row]!; entry < f.rowStart[row + 1]!; entry++) {
    const column = f.rowColumn[entry]!;
    if (number[column]! >= 0) least = Math.min(least, f.price[column]!);
  }
  return least;
}

function isSame(list: Int32Array, start: number, end: number, other: number, otherEnd: number): boolean {
  if (end - start !== otherEnd - other) return false;
  for (let at = 0; at < end - start; at++) if (list[start + at] !== list[other + at]) return false;
  return true;
}
