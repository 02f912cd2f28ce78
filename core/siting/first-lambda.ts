import type { Facilities } from './facilities.ts';
import type { Opening } from './opening.ts';

/** Where the climb begins: with what a good plan says about who is hard to serve. */
export function firstLambda(f: Facilities, { first, second, server }: Opening): Float64Array {
  if (f.isDuty) return fairShares(f);
  if (!f.isCover) return first.map((near, row) => (near + second[row]!) / 2);
  return f.cap.map(
    (cap, row) => cap * (server[row]! < 0 ? UNCOVERED : second[row] === 0 ? TWICE_COVERED : 1),
  );
}

/** Tried on many instances; they change how long it takes, not what is found. */
const UNCOVERED = 0.5;
const TWICE_COVERED = 0.3;

/** Each column's price divided among its rows: no column is paid more than its price. */
function fairShares({ cap, price, rowStart, rowColumn, columnStart }: Facilities): Float64Array {
  return cap.map((most, row) => {
    let least = most;
    for (let entry = rowStart[row]!; entry < rowStart[row + 1]!; entry++) {
      const column = rowColumn[entry]!;
      least = Math.min(least, price[column]! / (columnStart[column + 1]! - columnStart[column]!));
    }
    return least;
  });
}
