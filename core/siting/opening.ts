import type { Facilities } from './facilities.ts';

/** A plan in the making: which columns are open, and per row the cheapest and the second cheapest way to be served. */
export interface Opening {
  open: number[];
  isOpen: Uint8Array;
  drawn: number;
  /** Per row: the open column that serves it, or -1. */
  server: Int32Array;
  first: Float64Array;
  second: Float64Array;
}

export function openColumns(f: Facilities, open: readonly number[]): Opening {
  const opening: Opening = {
    open: [...open],
    isOpen: new Uint8Array(f.site.length),
    drawn: 0,
    server: new Int32Array(f.cap.length),
    first: new Float64Array(f.cap.length),
    second: new Float64Array(f.cap.length),
  };
  serveAgain(f, opening);
  return opening;
}

export function serveAgain(f: Facilities, opening: Opening): void {
  const { open, isOpen, server, first, second } = opening;
  const { columnStart, columnRow, columnCost } = f;
  isOpen.fill(0);
  server.fill(-1);
  first.set(f.cap);
  second.set(f.cap);
  opening.drawn = 0;
  for (const column of open) {
    isOpen[column] = 1;
    opening.drawn += f.draw[column]!;
    for (let entry = columnStart[column]!; entry < columnStart[column + 1]!; entry++) {
      const row = columnRow[entry]!;
      const cost = columnCost[entry]!;
      if (cost < first[row]!) {
        second[row] = first[row]!;
        first[row] = cost;
        server[row] = column;
      } else if (cost < second[row]!) second[row] = cost;
    }
  }
}

export function costOf(f: Facilities, { open, first }: Opening): number {
  let cost = f.settled;
  for (const column of open) cost += f.price[column]!;
  for (let row = 0; row < first.length; row++) cost += first[row]!;
  return cost;
}
