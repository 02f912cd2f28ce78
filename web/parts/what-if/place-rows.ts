import type { Snapshot } from '../../../core/what-if/snapshot.ts';
import type { WhatIfResult } from '../../../core/what-if/what-if-engine.ts';

interface PlaceFigures {
  minutes: number;
  /** Places for a hundred people; NaN: none in reach. */
  access: number;
}

export interface PlaceRow {
  id: string;
  name: string;
  people: number;
  was: PlaceFigures;
  is: PlaceFigures;
  isOther: boolean;
}

export function placeRows(
  { demand }: Pick<Snapshot, 'demand'>,
  names: readonly string[],
  before: WhatIfResult,
  now: WhatIfResult,
): PlaceRow[] {
  const figures = ({ minutes, access }: WhatIfResult, place: number): PlaceFigures => ({
    minutes: minutes[place]!,
    access: access[place]! * 100,
  });
  return demand.ids.map((id, place) => {
    const was = figures(before, place);
    const is = figures(now, place);
    const isOther = was.minutes !== is.minutes || !Object.is(was.access, is.access);
    return { id, name: names[place] ?? id, people: demand.people[place]!, was, is, isOther };
  });
}
