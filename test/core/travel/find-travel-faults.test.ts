import { expect } from 'chai';
import type { Position } from '../../../core/geo/point.ts';
import { findTravelFaults } from '../../../core/travel/find-travel-faults.ts';

const origins: Position[] = [
  [-99.6, 41.4],
  [-99.7, 41.4],
];
const destinations: Position[] = [
  [-99.6, 41.4],
  [-99.6, 42.4],
];
const roads = { name: 'roads', estimates: ['bus'] } as const;
const answer = { engine: roads, mode: 'car', origins, destinations } as const;
const codes = (minutes: number[], more = {}) =>
  findTravelFaults({ ...answer, minutes: Float64Array.from(minutes), ...more }).map(
    ({ code, count, values }) => `${code} ${count} of ${values.of}`,
  );

describe('findTravelFaults', () => {
  it('counts ways that are quicker than the straight line at the mode’s top speed', () => {
    // 111 km to the north take 49 minutes at 137 km/h, 8.3 km to the west four.
    expect(codes([0, 60, 8, 60])).to.deep.equal([]);
    expect(codes([0, 40, 8, 40])).to.deep.equal(['travel-too-quick 2 of 4']);
    expect(codes([0, Infinity, Infinity, Infinity])).to.deep.equal([]);
  });

  it('counts places beside no road', () => {
    const kmToRoad = Float64Array.of(0, 2, 2.1, Infinity);
    expect(codes([0, 60, 8, 60], { kmToRoad })).to.deep.equal(['travel-off-road 2 of 4']);
  });

  it('says where the straight line stood in for roads, and nothing where it was asked for', () => {
    const [found, ...others] = findTravelFaults({ ...answer, mode: 'bus', minutes: Float64Array.of(1) });
    expect(found).to.deep.include({ code: 'travel-estimated', values: { mode: 'bus' } });
    expect(others).to.deep.equal([]);
    expect(codes([0, 1, 1, 1], { engine: { name: 'straight', estimates: ['car'] } })).to.deep.equal([]);
  });
});
