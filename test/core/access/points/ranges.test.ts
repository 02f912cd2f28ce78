import { expect } from 'chai';
import { accessOfPoints } from '../../../../core/access/points/access-of-points.ts';
import { unitOf } from '../../../../core/access/points/point-task.ts';
import { countRange, sumRange } from '../../../../core/access/points/ranges.ts';
import { ratioOf } from '../../../../core/access/points/site-ratios.ts';
import { seededRandom } from '../../../../scripts/demo/random.ts';

const STEPS = [
  [5, 1],
  [10, 0.68],
  [15, 0.22],
] as const;

const random = seededRandom(5);
const column = (size: number, value: () => number) => Float64Array.from({ length: size }, value);
const demand = {
  lon: column(2_000, () => -88 + random.next() / 2),
  lat: column(2_000, () => 41 + random.next() / 2),
  people: column(2_000, () => random.int(0, 9) + random.next()),
};
const sites = {
  lon: column(150, () => -88 + random.next() / 2),
  lat: column(150, () => 41 + random.next() / 2),
  supply: column(150, () => random.int(0, 5)),
};
const unit = unitOf(demand.people.reduce((sum, people) => sum + people, 0));

function rangesOf(size: number) {
  return Array.from({ length: Math.ceil(2_000 / size) }, (_, n) => {
    const part = (values: Float64Array) => values.subarray(n * size, (n + 1) * size);
    return { lon: part(demand.lon), lat: part(demand.lat), people: part(demand.people) };
  });
}

function countsBy(size: number): Float64Array {
  const all = new Float64Array(STEPS.length * 150);
  for (const range of rangesOf(size).reverse())
    countRange(range, sites, STEPS, unit).forEach((count, i) => {
      all[i]! += count;
    });
  return all;
}

describe('Ranges of demand', () => {
  it('count to the last bit the same, however demand is cut and in whatever order they are added', () => {
    const whole = countsBy(2_000);
    expect(Math.max(...whole)).to.be.above(1_000);
    for (const size of [64, 700, 1_999]) expect(countsBy(size)).to.deep.equal(whole);
  });

  it('tell together what all demand does at once', () => {
    const counts = countsBy(300);
    const ratios = sites.supply.map((supply, site) =>
      ratioOf(supply, STEPS, (step) => counts[step * 150 + site]!),
    );
    const access = rangesOf(300).flatMap((range) => [...sumRange(range, sites, STEPS, unit, ratios)]);
    const wanted = accessOfPoints({
      places: demand,
      sites: { ...sites, mask: new Uint32Array(150).fill(1) },
      items: {
        place: Uint32Array.from(demand.lon.keys()),
        group: new Uint8Array(2_000),
        people: demand.people,
      },
      steps: STEPS,
    });
    expect(access).to.have.length(2_000);
    access.forEach((value, i) => {
      if (Number.isFinite(wanted[i]!)) expect(value).to.be.closeTo(wanted[i]!, 1e-9 * wanted[i]!);
      else expect(value).to.deep.equal(wanted[i]);
    });
  });
});
