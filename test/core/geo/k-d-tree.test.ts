import { expect } from 'chai';
import fc from 'fast-check';
import { kdTree, visitNear } from '../../../core/geo/k-d-tree.ts';
import type { Position } from '../../../core/geo/point.ts';
import { chordSquared, spherePoints, unitVector } from '../../../core/geo/sphere-points.ts';
import { anyPosition, manyPositions } from './positions.ts';

function visited(positions: readonly Position[], origin: Position, bound: number): number[] {
  const places: number[] = [];
  visitNear(kdTree(spherePoints(positions)), unitVector(origin), bound, (place) => {
    places.push(place);
    return bound;
  });
  return places.sort((a, b) => a - b);
}

describe('visitNear', () => {
  it('visits exactly what is within the bound, each once', () => {
    fc.assert(
      fc.property(manyPositions, anyPosition, fc.nat(), (positions, origin, any) => {
        const points = spherePoints(positions);
        const chords = positions.map((_, i) => chordSquared(points, i, unitVector(origin)));
        // A bound that is one of the chords itself: what lies on it is within it.
        const bound = chords[any % Math.max(1, chords.length)] ?? 1;
        const within = chords.flatMap((chord, i) => (chord <= bound ? [i] : []));
        expect(visited(positions, origin, bound)).to.deep.equal(within);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the nearest with a bound that shrinks', () => {
    fc.assert(
      fc.property(manyPositions, anyPosition, (positions, origin) => {
        const points = spherePoints(positions);
        const chords = positions.map((_, i) => chordSquared(points, i, unitVector(origin)));
        let nearest = Number.POSITIVE_INFINITY;
        visitNear(kdTree(points), unitVector(origin), nearest, (_, chord) => {
          nearest = Math.min(nearest, chord);
          return nearest;
        });
        expect(nearest).to.equal(Math.min(...chords));
      }),
      { numRuns: 300 },
    );
  });

  it('looks at few of many points', () => {
    const positions = Array.from({ length: 10_000 }, (_, i): Position => [i / 1000, (i % 100) / 10]);
    let looks = 0;
    visitNear(kdTree(spherePoints(positions)), unitVector([5, 5]), Number.POSITIVE_INFINITY, (_, chord) => {
      looks++;
      return chord;
    });
    expect(looks).to.be.below(20);
  });

  it('costs hardly more to ask for the nearest of ten times as many', () => {
    /** Points and sides of boxes that are read for one nearest point, on average. */
    const reads = (count: number) => {
      const positions = Array.from({ length: count }, (_, i): Position => {
        // Multiples of two irrational numbers: an even, irregular spread.
        return [(i * 0.6180339887) % 1, (i * 0.4142135623) % 1];
      });
      let seen = 0;
      const counted = (column: Float64Array) =>
        new Proxy(column, {
          get: (target, key) => {
            seen++;
            return target[Number(key)];
          },
        });
      const tree = kdTree(spherePoints(positions));
      const spied = { ...tree, x: counted(tree.x), boxes: counted(tree.boxes) };
      for (let i = 0; i < 100; i++)
        visitNear(spied, unitVector([(i * 0.7320508) % 1, (i * 0.2360679) % 1]), 4, (_, chord) => chord);
      return seen / 100;
    };
    expect(reads(20_000))
      .to.be.below(1.6 * reads(2000))
      .and.below(1000);
  });

  it('finds nothing among none', () => {
    expect(visited([], [0, 0], 4)).to.deep.equal([]);
  });
});

describe('kdTree', () => {
  it('lies in shared memory where it is asked to, and answers the same', () => {
    const positions = Array.from({ length: 100 }, (_, i): Position => [i, -i / 2]);
    const shared = kdTree(spherePoints(positions), (bytes) => new SharedArrayBuffer(bytes));
    for (const column of [shared.place, shared.x, shared.y, shared.z, shared.boxes])
      expect(column.buffer).to.be.instanceOf(SharedArrayBuffer);
    const plain = kdTree(spherePoints(positions));
    expect([...shared.place]).to.deep.equal([...plain.place]);
    expect([...shared.boxes]).to.deep.equal([...plain.boxes]);
  });

  it('halves thousands of equal points as well', () => {
    const same = Array.from({ length: 10_000 }, (): Position => [-91.5, 41.6]);
    expect(visited(same, [-91.5, 41.6], 0)).to.have.length(10_000);
  });

  it('refuses a point that is none', () => {
    expect(() => kdTree(spherePoints([[Number.NaN, 0]]))).to.throw(RangeError, 'point 0');
  });
});
