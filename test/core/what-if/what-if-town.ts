import type { Position } from '../../../core/geo/point.ts';
import type { Snapshot } from '../../../core/what-if/snapshot.ts';

export interface Town {
  places: readonly { point: Position; people: number }[];
  sites: readonly { point: Position; capacity: number; hours?: number | undefined }[];
}

/** A snapshot of places p0, p1 … and sites s0, s1 …: 30 minutes by car. */
export function whatIfTown({ places, sites }: Town): Snapshot {
  return {
    question: { terms: ['counseling'], minutes: 30, mode: 'car', demand: { of: 'students' } },
    asOf: '2026-03-01',
    threshold: 10,
    travel: { speedKmh: 55, detour: 1.3, overheadMinutes: 4, maximumMinutes: 45 },
    measure: {
      method: 'e2sfca',
      limit: 30,
      decay: {
        kind: 'step',
        steps: [
          [10, 1],
          [20, 0.68],
          [30, 0.22],
        ],
      },
    },
    demand: {
      ids: places.map((_, n) => `p${n}`),
      kinds: places.map(() => 'area'),
      names: places.map((_, n) => `Area ${n}`),
      longitude: places.map(({ point }) => point[0]),
      latitude: places.map(({ point }) => point[1]),
      people: places.map(({ people }) => people),
    },
    sites: {
      ids: sites.map((_, n) => `s${n}`),
      serviceIds: sites.map((_, n) => `service-${n}`),
      names: sites.map((_, n) => `Service ${n}`),
      longitude: sites.map(({ point }) => point[0]),
      latitude: sites.map(({ point }) => point[1]),
      capacity: sites.map(({ capacity }) => capacity),
      hours: sites.map(({ hours }) => hours ?? null),
    },
    capacityUnknown: 0,
    noData: [],
  };
}
