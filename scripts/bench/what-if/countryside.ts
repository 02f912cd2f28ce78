import { measureFor } from '../../../core/gaps/measure-for.ts';
import type { Snapshot } from '../../../core/what-if/snapshot.ts';
import { seededRandom } from '../../demo/random.ts';

export const PLACES = 10_000;
export const SITES = 500;
const MINUTES = 30;

/** About as wide as half a state, so that 30 minutes reach a part of it. */
export function countryside(travel: Snapshot['travel']): Snapshot {
  const random = seededRandom(10);
  const numbers = (count: number, from: number, width: number) =>
    Array.from({ length: count }, () => from + random.next() * width);
  const ids = (count: number, kind: string) => Array.from({ length: count }, (_, n) => `${kind}-${n}`);
  return {
    question: { terms: ['counseling'], minutes: MINUTES, mode: 'car', demand: { of: 'children' } },
    asOf: '2026-01-01',
    threshold: 10,
    travel,
    measure: measureFor('e2sfca', MINUTES),
    demand: {
      ids: ids(PLACES, 'area'),
      kinds: Array.from({ length: PLACES }, () => 'area'),
      names: Array.from({ length: PLACES }, () => null),
      longitude: numbers(PLACES, -98, 3),
      latitude: numbers(PLACES, 39, 2),
      people: numbers(PLACES, 10, 200),
    },
    sites: {
      ids: ids(SITES, 'site'),
      serviceIds: ids(SITES, 'service'),
      names: ids(SITES, 'Service'),
      longitude: numbers(SITES, -98, 3),
      latitude: numbers(SITES, 39, 2),
      capacity: numbers(SITES, 5, 60),
      hours: Array.from({ length: SITES }, () => null),
    },
    capacityUnknown: 0,
    noData: [],
  };
}
