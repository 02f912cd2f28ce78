import type { WhatIfResult } from '../../../core/what-if/what-if-engine.ts';

/** Whether anything is otherwise at a place. */
export function isOther(before: WhatIfResult, now: WhatIfResult, place: number): boolean {
  return before.minutes[place] !== now.minutes[place] || !Object.is(before.access[place], now.access[place]);
}

export interface PlaceOrder {
  by: 'name' | 'people' | 'minutes' | 'access';
  down: boolean;
}

/** Places in order by one column; where nothing is in reach they stand last, equal ones as they stood. */
export function orderPlaces(
  places: readonly number[],
  { by, down }: PlaceOrder,
  columns: { names: readonly string[]; people: readonly number[]; now: WhatIfResult; locale: string },
): number[] {
  const sign = down ? -1 : 1;
  if (by === 'name') {
    const { compare } = new Intl.Collator(columns.locale, { numeric: true });
    return [...places].sort(
      (a, b) => sign * compare(columns.names[a] ?? '', columns.names[b] ?? '') || a - b,
    );
  }
  const values = by === 'people' ? columns.people : columns.now[by];
  return [...places].sort((a, b) => {
    const [x, y] = [values[a]!, values[b]!];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
    return x === y ? a - b : x < y ? -sign : sign;
  });
}
