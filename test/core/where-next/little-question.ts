import type { DemandPlace } from '../../../core/demand/demand-place.ts';
import type { Candidate } from '../../../core/where-next/candidate.ts';
import { SitingAsk } from '../../../core/where-next/siting-ask.ts';

/** Four places along a road, a minute a degree. */
export const PLACES: DemandPlace[] = [
  { id: 'a', kind: 'cell', point: [0, 0], people: 100 },
  { id: 'b', kind: 'cell', point: [10, 0], people: 60 },
  { id: 'c', kind: 'school', name: 'C', point: [40, 0], people: 30 },
  { id: 'd', kind: 'cell', point: [80, 0], people: 10 },
];

export const CANDIDATES: Candidate[] = [
  { id: 'location:hall', kind: 'location', recordId: 'hall', name: 'Hall', point: [45, 0] },
  { id: 'school:s', kind: 'school', recordId: 's', name: 'School', point: [5, 0] },
  { id: 'school:t', kind: 'school', recordId: 't', name: 'Tower', point: [80, 0] },
];

export function littleAsk(change: object = {}): SitingAsk {
  const whole = { model: 'mclp', terms: ['help'], minutes: 15, mode: 'car', sites: 2, ...change };
  return SitingAsk.parse(whole);
}

/** Minutes of each place to each candidate, in this little world. */
export function littleWays(places: readonly { point: readonly [number, number] }[]): Float64Array {
  return Float64Array.from(
    places.flatMap(({ point }) => CANDIDATES.map((to) => Math.abs(point[0] - to.point[0]))),
  );
}
