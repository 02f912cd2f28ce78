import type { SitingPeople } from './siting-outcome.ts';
import type { SitingRow } from './siting-rows.ts';

/**
 * People of several places together. Their margins of error are those of samples drawn apart, so that of the sum is the
 * root of the sum of their squares (US Census Bureau, Understanding and Using American Community Survey Data, 2020, ch. 8).
 */
export function sumPeople(rows: readonly SitingRow[]): SitingPeople {
  let people = 0;
  let below = 0;
  let above = 0;
  for (const row of rows) {
    people += row.people;
    below += (row.people - row.low) ** 2;
    above += (row.high - row.people) ** 2;
  }
  if (below === 0 && above === 0) return { people };
  return {
    people,
    low: Math.max(0, Math.round(people - Math.sqrt(below))),
    high: Math.round(people + Math.sqrt(above)),
  };
}
