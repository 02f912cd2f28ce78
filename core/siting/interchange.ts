import type { Facilities } from './facilities.ts';
import { type Opening, serveAgain } from './opening.ts';

/**
 * Opens, closes or exchanges one column at a time, always what saves most, until nothing saves. What each exchange saves
 * is put together from three parts that one pass through the rows gives (M. Resende and R. Werneck, 2007): what a column
 * gains, what closing one loses, and what the two have in common.
 */
export function interchange(f: Facilities, opening: Opening, isOver: () => boolean): void {
  for (let round = 0; round < 4 * f.site.length && !isOver(); round++) {
    const { open } = opening;
    const { into, out } = bestMove(f, opening, savings(f, opening));
    if (into < 0 && out < 0) return;
    if (out >= 0) open.splice(out, 1);
    if (into >= 0) open.push(into);
    serveAgain(f, opening);
  }
}

interface Savings {
  gain: Float64Array;
  /** By position in `open`. */
  loss: Float64Array;
  /** Position in `open` × columns. */
  common: Float64Array;
}

function savings(f: Facilities, { open, server, first, second }: Opening): Savings {
  const { rowStart, rowColumn, rowCost } = f;
  const columns = f.site.length;
  const slot = new Int32Array(columns);
  open.forEach((column, at) => {
    slot[column] = at;
  });
  const gain = new Float64Array(columns);
  const loss = new Float64Array(open.length);
  const common = new Float64Array(open.length * columns);
  for (let row = 0; row < server.length; row++) {
    const [near, next] = [first[row]!, second[row]!];
    const own = server[row]! < 0 ? -1 : slot[server[row]!]!;
    if (own >= 0) loss[own]! += next - near;
    for (let entry = rowStart[row]!; entry < rowStart[row + 1]!; entry++) {
      const cost = rowCost[entry]!;
      if (cost >= next) break;
      const column = rowColumn[entry]!;
      if (cost < near) gain[column]! += near - cost;
      if (own >= 0) common[own * columns + column]! += next - Math.max(cost, near);
    }
  }
  return { gain, loss, common };
}

/** The move that saves most, of equal ones the first; -1 and -1 where none saves more than rounding. */
function bestMove(f: Facilities, { open, isOpen, drawn }: Opening, { gain, loss, common }: Savings) {
  const columns = f.site.length;
  const best = { into: -1, out: -1 };
  let most = 1e-12 * Math.max(1, f.settled + loss.reduce((all, own) => all + own, 0));
  const consider = (into: number, out: number, saved: number) => {
    if (saved <= most) return;
    most = saved;
    Object.assign(best, { into, out });
  };
  for (let at = 0; at < open.length; at++) {
    const column = open[at]!;
    const lost = loss[at]! - f.price[column]!;
    consider(-1, at, -lost);
    for (let into = 0; into < columns; into++) {
      if (isOpen[into] || drawn - f.draw[column]! + f.draw[into]! > f.budget) continue;
      consider(into, at, gain[into]! - f.price[into]! - lost + common[at * columns + into]!);
    }
  }
  for (let into = 0; into < columns && open.length < f.p; into++)
    if (!isOpen[into] && drawn + f.draw[into]! <= f.budget) consider(into, -1, gain[into]! - f.price[into]!);
  return best;
}
