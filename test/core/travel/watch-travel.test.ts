import { expect } from 'chai';
import type { Position } from '../../../core/geo/point.ts';
import type { TravelMode } from '../../../core/travel/travel.ts';
import type { TravelEngine } from '../../../core/travel/travel-engine.ts';
import { watchTravel } from '../../../core/travel/watch-travel.ts';

const origins: Position[] = [
  [-99.6, 41.4],
  [-99.7, 41.4],
];
const destinations: Position[] = [
  [-99.6, 41.4],
  [-99.6, 42.4],
];

/** What is said after an engine has answered so, twice. */
async function doubtsOf(minutes: number[], mode: TravelMode = 'car', more: Partial<TravelEngine> = {}) {
  const answer = Float64Array.from(minutes);
  const inner: TravelEngine = {
    name: 'roads',
    version: '7',
    estimates: ['bus'],
    matrix: async () => answer,
    ...more,
  };
  const { engine, note } = watchTravel(inner, mode);
  expect(await engine.matrix(origins, destinations, mode)).to.equal(answer);
  await engine.matrix(origins, destinations, mode);
  const { doubts, ...rest } = await note();
  expect(rest).to.deep.equal({ engine: inner.name, version: '7' });
  return doubts.map(({ code, count, values }) => `${code} ${count} of ${values.of}`);
}

describe('watchTravel', () => {
  it('counts ways that are quicker than the straight line at the mode’s top speed', async () => {
    // 111 km to the north take 49 minutes at 137 km/h, 8.3 km to the west four.
    expect(await doubtsOf([0, 60, 8, 60])).to.deep.equal([]);
    expect(await doubtsOf([0, 40, 8, 40])).to.deep.equal(['travel-too-quick 4 of 8']);
    expect(await doubtsOf([0, Infinity, Infinity, Infinity])).to.deep.equal([]);
  });

  it('counts each place beside no road once', async () => {
    const kmToRoad = async (points: readonly Position[]) =>
      Float64Array.of(0, 2.1, Infinity).slice(0, points.length);
    expect(await doubtsOf([0, 60, 8, 60], 'car', { kmToRoad })).to.deep.equal(['travel-off-road 2 of 3']);
  });

  it('says where the straight line stood in for roads, and nothing where it was asked for', async () => {
    expect(await doubtsOf([0, 60, 8, 60], 'bus')).to.deep.equal(['travel-estimated 8 of undefined']);
    const straight = { name: 'straight', estimates: ['walk', 'bike', 'bus', 'car'] } as const;
    expect(await doubtsOf([0, 1, 1, 1], 'car', straight)).to.deep.equal([]);
  });
});
