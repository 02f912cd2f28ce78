/** People of one place, with what a margin of error leaves possible. */
export interface RangedPeople {
  people: number;
  low: number;
  high: number;
}

/**
 * People of several places together. Their margins of error are those of samples drawn apart, so that of the sum is the
 * root of the sum of their squares (US Census Bureau, Understanding and Using American Community Survey Data, 2020, ch. 8).
 */
export function sumPeople(places: Iterable<RangedPeople>): { people: number; low?: number; high?: number } {
  let people = 0;
  let below = 0;
  let above = 0;
  for (const place of places) {
    people += place.people;
    below += (place.people - place.low) ** 2;
    above += (place.high - place.people) ** 2;
  }
  if (below === 0 && above === 0) return { people };
  return {
    people,
    low: Math.max(0, Math.round(people - Math.sqrt(below))),
    high: Math.round(people + Math.sqrt(above)),
  };
}
