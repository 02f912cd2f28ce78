import { expect } from 'chai';
import fc from 'fast-check';
import { measureAccess } from '../../../../core/access/measure-access.ts';
import { pairsFromMatrix } from '../../../../core/access/pairs.ts';
import { accessOfPoints } from '../../../../core/access/points/access-of-points.ts';
import type { PointInput } from '../../../../core/access/points/point-task.ts';
import { greatCircleKm } from '../../../../core/geo/great-circle-km.ts';
import type { Position } from '../../../../core/geo/point.ts';

type Step = [upTo: number, weight: number];

interface World {
  people: { at: Position; count: number; group: number }[];
  sites: { at: Position; places: number; mask: number }[];
  steps: Step[];
}

function inputOf({ people, sites, steps }: World): PointInput {
  return {
    places: placesOf(people.map(({ at }) => at)),
    sites: {
      ...placesOf(sites.map(({ at }) => at)),
      mask: Uint32Array.from(sites, ({ mask }) => mask),
      supply: Float64Array.from(sites, ({ places }) => places),
    },
    items: {
      place: Uint32Array.from(people.keys()),
      group: Uint8Array.from(people, ({ group }) => group),
      people: Float64Array.from(people, ({ count }) => count),
    },
    steps,
  };
}

const placesOf = (positions: readonly Position[]) => ({
  lon: Float64Array.from(positions, ([lon]) => lon),
  lat: Float64Array.from(positions, ([, lat]) => lat),
});

/** Every way measured by the haversine formula, and the table of all of them asked. */
function naive({ people, sites, steps }: World): number[] {
  const access = new Array<number>(people.length);
  const limit = steps.at(-1)![0];
  for (const group of new Set(people.map((own) => own.group))) {
    const members = sites.filter(({ mask }) => (mask >>> group) & 1);
    const asking = [...people.keys()].filter((i) => people[i]!.group === group);
    const matrix = Float64Array.from(
      asking.flatMap((i) => members.map(({ at }) => greatCircleKm(people[i]!.at, at))),
    );
    const result = measureAccess(
      { method: 'e2sfca', limit: Math.max(limit, 1e-9), decay: { kind: 'step', steps } },
      {
        demand: Float64Array.from(asking, (i) => people[i]!.count),
        supply: Float64Array.from(members, ({ places }) => places),
        pairs: pairsFromMatrix(matrix, asking.length, members.length, limit),
      },
    );
    asking.forEach((i, n) => {
      access[i] = result.access[n]!;
    });
  }
  return access;
}

function expectSame(world: World): void {
  const wanted = naive(world);
  accessOfPoints(inputOf(world)).forEach((value, i) => {
    const where = `item ${i} of ${world.people.length}: ${value} instead of ${wanted[i]}`;
    if (Number.isFinite(wanted[i]!))
      expect(Math.abs(value - wanted[i]!), where).to.be.at.most(1e-9 * wanted[i]!);
    else expect(value, where).to.deep.equal(wanted[i]);
  });
}

/** Points in a handful of knots, some of them the very same, around a corner of the Earth. */
const around = ([west, south]: Position, degrees: number): fc.Arbitrary<Position> =>
  fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })).map(([x, y]) => {
    const lon = west + (x * degrees) / 12;
    return [lon > 180 ? lon - 360 : lon, Math.min(south + (y * degrees) / 12, 90)];
  });

const corners: [name: string, corner: Position, degrees: number][] = [
  ['a district', [-88, 41], 0.4],
  ['the antimeridian', [179.8, -17], 0.4],
  ['a pole', [-180, 89.7], 0.3],
  ['the whole Earth', [-180, -90], 360],
];

const worldAround = (corner: Position, degrees: number): fc.Arbitrary<World> =>
  fc.record({
    people: fc.array(
      fc.record({ at: around(corner, degrees), count: fc.integer({ min: 0, max: 4 }), group: fc.nat(1) }),
      { minLength: 1, maxLength: 60 },
    ),
    sites: fc.array(
      fc.record({
        at: around(corner, degrees),
        places: fc.integer({ min: 0, max: 3 }),
        mask: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 20 },
    ),
    steps: fc.constantFrom<Step[]>(
      [
        [5, 1],
        [10, 0.68],
        [15, 0.22],
      ],
      [
        [0, 1],
        [12, 0.5],
      ],
      [[30_000, 0.4]],
      [
        [4, 0.2],
        [9, 0.7],
      ],
    ),
  });

describe('accessOfPoints', () => {
  for (const [name, corner, degrees] of corners)
    it(`is what the table of all ways gives, around ${name}`, () => {
      fc.assert(fc.property(worldAround(corner, degrees), expectSame), { numRuns: 60 });
    });

  it('takes a step that ends exactly at a site as the haversine formula does', () => {
    fc.assert(
      fc.property(worldAround([-88, 41], 0.4), fc.nat(), fc.nat(), (world, a, b) => {
        fc.pre(world.sites.length > 0);
        const here = world.people[a % world.people.length]!.at;
        const km = greatCircleKm(here, world.sites[b % world.sites.length]!.at);
        expectSame({
          ...world,
          steps: [
            [km, 1],
            [km + 3, 0.5],
          ],
        });
        if (km > 1e-6) expectSame({ ...world, steps: [[km * (1 - 1e-14), 1]] });
      }),
      { numRuns: 60 },
    );
  });

  it('holds over many chunks, and with people who are no whole numbers', () => {
    const spread = (i: number, of: number) => ((i * of) % 1) * 0.5;
    const people = Array.from({ length: 9_000 }, (_, i) => ({
      at: [-88 + spread(i, 0.618), 41 + spread(i, 0.414) ** 2] as Position,
      count: 1 + (i % 7) / 10,
      group: 0,
    }));
    const sites = Array.from({ length: 120 }, (_, i) => ({
      at: [-88 + spread(i, 0.732), 41 + spread(i, 0.236)] as Position,
      places: i % 5,
      mask: 1,
    }));
    expectSame({
      people,
      sites,
      steps: [
        [5, 1],
        [10, 0.68],
        [15, 0.22],
      ],
    });
  });
});
