import type { Facilities } from './facilities.ts';

/** One set of multipliers with what follows from it; all arrays are used again and again. */
export interface Pricing {
  lambda: Float64Array;
  budgetPrice: number;
  bound: number;
  value: Float64Array;
  drawn: number;
  /** Works out `value` and `bound`. */
  price(): void;
  /** Looks at the columns that the bound opens as a plan; returns what it costs. */
  choose(): number;
  /** A view, valid until the next `price`. */
  chosen(): Int32Array;
  /** One step along the subgradient, evened out with the one before; false: there is nowhere to go. */
  step(memory: number, size: number): boolean;
  /** Forgets the direction before. */
  forget(): void;
}

export function pricing(f: Facilities, start: Float64Array, budgetPrice: number): Pricing {
  const order = Int32Array.from(f.site.keys());
  const count = new Int32Array(f.cap.length);
  const direction = new Float64Array(f.cap.length);
  const way = new Float64Array(f.cap.length);
  let taken = 0;
  const at: Pricing = {
    lambda: start.slice(),
    budgetPrice,
    bound: Number.NEGATIVE_INFINITY,
    value: new Float64Array(f.site.length),
    drawn: 0,
    price() {
      payColumns(f, at);
      sortByValue(order, at.value);
      at.bound = f.settled + sum(at.lambda);
      if (at.budgetPrice > 0) at.bound -= at.budgetPrice * f.budget;
      at.drawn = 0;
      for (taken = 0; taken < f.p && at.value[order[taken]!]! > 0; taken++) {
        at.bound -= at.value[order[taken]!]!;
        at.drawn += f.draw[order[taken]!]!;
      }
    },
    choose() {
      count.fill(0);
      way.set(f.cap);
      let worth = f.settled;
      for (const column of order.subarray(0, taken)) {
        worth += f.price[column]!;
        serve(f, column, at.lambda, count, way);
      }
      return worth + sum(way);
    },
    chosen: () => order.subarray(0, taken),
    step(memory, size) {
      const norm = turn(f, at.lambda, count, direction, memory);
      const over = f.budget < Number.POSITIVE_INFINITY ? at.drawn - f.budget : 0;
      const isBudgetFree = over === 0 || (over < 0 && at.budgetPrice === 0);
      if (norm === 0 && isBudgetFree) return false;
      if (norm > 0) walk(f, at.lambda, direction, size / norm);
      if (!isBudgetFree) at.budgetPrice = Math.max(0, at.budgetPrice + (0.5 * size) / over);
      return true;
    },
    forget: () => direction.fill(0),
  };
  return at;
}

function payColumns({ price, draw, rowStart, rowColumn, rowCost, isCover }: Facilities, at: Pricing): void {
  const { lambda, value, budgetPrice } = at;
  for (let column = 0; column < value.length; column++)
    value[column] = -price[column]! - budgetPrice * draw[column]!;
  for (let row = 0; row < lambda.length; row++) {
    const own = lambda[row]!;
    const end = rowStart[row + 1]!;
    if (isCover) {
      for (let entry = rowStart[row]!; entry < end; entry++) value[rowColumn[entry]!]! += own;
      continue;
    }
    for (let entry = rowStart[row]!; entry < end; entry++) {
      const gain = own - rowCost[entry]!;
      if (gain <= 0) break;
      value[rowColumn[entry]!]! += gain;
    }
  }
}

/** Highest first, of equal ones the lower column. By insertion: little changes from one step to the next. */
function sortByValue(order: Int32Array, value: Float64Array): void {
  for (let at = 1; at < order.length; at++) {
    const column = order[at]!;
    const own = value[column]!;
    let to = at;
    for (; to > 0; to--) {
      const before = order[to - 1]!;
      if (value[before]! > own || (value[before]! === own && before < column)) break;
      order[to] = before;
    }
    order[to] = column;
  }
}

function serve(
  f: Facilities,
  column: number,
  lambda: Float64Array,
  count: Int32Array,
  way: Float64Array,
): void {
  const { columnStart, columnRow, columnCost } = f;
  for (let entry = columnStart[column]!; entry < columnStart[column + 1]!; entry++) {
    const row = columnRow[entry]!;
    const cost = columnCost[entry]!;
    if (cost < lambda[row]!) count[row]!++;
    if (cost < way[row]!) way[row] = cost;
  }
}

/** The direction in which λ goes, within 0 and the cap. Returns its length, each row's measured by its cap. */
function turn(
  { cap }: Facilities,
  lambda: Float64Array,
  count: Int32Array,
  direction: Float64Array,
  memory: number,
): number {
  let norm = 0;
  for (let row = 0; row < lambda.length; row++) {
    const most = lambda[row]! < cap[row]! ? Number.POSITIVE_INFINITY : 0;
    const least = lambda[row]! > 0 ? Number.NEGATIVE_INFINITY : 0;
    const slope = Math.min(most, Math.max(least, (1 - count[row]!) * cap[row]!));
    const own = Math.min(most, Math.max(least, (1 - memory) * slope + memory * direction[row]!));
    direction[row] = own;
    norm += (own * own) / cap[row]!;
  }
  return norm;
}

function walk({ cap }: Facilities, lambda: Float64Array, direction: Float64Array, size: number): void {
  for (let row = 0; row < lambda.length; row++) {
    const next = lambda[row]! + size * direction[row]!;
    lambda[row] = next < 0 ? 0 : next > cap[row]! ? cap[row]! : next;
  }
}

function sum(values: Float64Array): number {
  let all = 0;
  for (let at = 0; at < values.length; at++) all += values[at]!;
  return all;
}
