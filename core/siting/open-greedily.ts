import type { Facilities } from './facilities.ts';
import { type Opening, openColumns } from './opening.ts';

/** One column after the other, each the one that gains most for what it costs or draws; of equal ones the first. */
export function openGreedily(f: Facilities, isOver: () => boolean): Opening {
  const { rowStart, rowColumn, rowCost, columnStart, columnRow, columnCost } = f;
  const opening = openColumns(f, []);
  const { open, isOpen, first } = opening;
  const gain = new Float64Array(f.site.length);
  while (open.length < f.p && !isOver()) {
    gain.fill(0);
    for (let row = 0; row < first.length; row++) {
      const way = first[row]!;
      for (let entry = rowStart[row]!; entry < rowStart[row + 1]!; entry++) {
        if (rowCost[entry]! >= way) break;
        gain[rowColumn[entry]!]! += way - rowCost[entry]!;
      }
    }
    const next = mostFor(
      f,
      gain,
      (column) => isOpen[column] === 0 && opening.drawn + f.draw[column]! <= f.budget,
    );
    if (next < 0) break;
    open.push(next);
    isOpen[next] = 1;
    opening.drawn += f.draw[next]!;
    for (let entry = columnStart[next]!; entry < columnStart[next + 1]!; entry++)
      first[columnRow[entry]!] = Math.min(first[columnRow[entry]!]!, columnCost[entry]!);
  }
  return openColumns(f, open);
}

function mostFor(f: Facilities, gain: Float64Array, isAllowed: (column: number) => boolean): number {
  const isLimited = f.budget < Number.POSITIVE_INFINITY;
  let best = -1;
  let most = 0;
  for (let column = 0; column < gain.length; column++) {
    const profit = gain[column]! - f.price[column]!;
    if (gain[column] === 0 || profit < 0 || !isAllowed(column)) continue;
    const outlay = f.price[column]! + (isLimited ? f.draw[column]! : 0);
    const rate = f.isDuty || isLimited ? gain[column]! / Math.max(outlay, Number.MIN_VALUE) : profit;
    if (rate <= most) continue;
    most = rate;
    best = column;
  }
  return best;
}
