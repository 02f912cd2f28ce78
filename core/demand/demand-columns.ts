import type { DemandPlace } from './demand-place.ts';

/** Demand places side by side, in their order: what computing wants. */
export interface DemandColumns {
  longitude: Float64Array;
  latitude: Float64Array;
  people: Float64Array;
  /** As `people` where no margin of error is known. */
  low: Float64Array;
  high: Float64Array;
}

export function demandColumns(places: readonly DemandPlace[]): DemandColumns {
  return {
    longitude: Float64Array.from(places, ({ point }) => point[0]),
    latitude: Float64Array.from(places, ({ point }) => point[1]),
    people: Float64Array.from(places, ({ people }) => people),
    low: Float64Array.from(places, ({ people, low }) => low ?? people),
    high: Float64Array.from(places, ({ people, high }) => high ?? people),
  };
}
