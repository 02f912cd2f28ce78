import { expect } from 'chai';
import fc from 'fast-check';
import type { AccessMeasure } from '../../../../core/access/access-measure.ts';
import { decayWeight } from '../../../../core/access/decay.ts';
import { stepsInKm } from '../../../../core/access/points/steps-in-km.ts';
import { travelMinutes } from '../../../../core/travel/travel.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const rule = fc.record({
  speedKmh: number(3, 90),
  detour: number(1, 2),
  overheadMinutes: fc.constantFrom(0, 4, 10.5),
  maximumMinutes: fc.constant(90),
});
const e2sfca = fc.record({
  method: fc.constant('e2sfca' as const),
  limit: fc.constantFrom(5, 12, 30, 60),
  decay: fc
    .uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 })
    .map((ends) => ends.sort((a, b) => a - b).map((end, i): [number, number] => [end, 1 / (i + 1)]))
    .map((steps) => ({ kind: 'step' as const, steps })),
}) satisfies fc.Arbitrary<AccessMeasure>;

describe('Steps of minutes in km', () => {
  it('weigh every way as the minutes that it takes, to the last bit at the end of a step', () => {
    fc.assert(
      fc.property(rule, e2sfca, fc.array(number(0, 60), { maxLength: 20 }), (travel, measure, ways) => {
        const steps = stepsInKm(measure, travel) ?? [];
        const ends = steps.flatMap(([km]) => [km, km * (1 - 2 ** -52), km * (1 + 2 ** -51) + 2 ** -1074]);
        for (const km of [...ways, ...ends]) {
          const minutes = travelMinutes(km, travel);
          const wanted = minutes <= measure.limit ? decayWeight(measure.decay)(minutes) : 0;
          const weight = steps.find(([upTo]) => km <= upTo)?.[1] ?? 0;
          expect(weight, `${km} km, ${minutes} minutes`).to.equal(wanted);
        }
      }),
    );
  });

  it('are one step where all ways within the limit count alike, and the published ones where none are given', () => {
    const travel = { speedKmh: 60, detour: 1, overheadMinutes: 0, maximumMinutes: 90 };
    const near = (steps: ReturnType<typeof stepsInKm>) =>
      steps?.map(([km, weight]) => [Math.round(km * 1e9) / 1e9, weight]);
    expect(near(stepsInKm({ method: '2sfca', limit: 30 }, travel))).to.deep.equal([[30, 1]]);
    expect(near(stepsInKm({ method: 'e2sfca', limit: 25 }, travel))).to.deep.equal([
      [10, 1],
      [20, 0.68],
      [25, 0.22],
    ]);
  });

  it('are not there where a measure goes by anything else, or where setting out takes too long', () => {
    const travel = { speedKmh: 60, detour: 1, overheadMinutes: 10, maximumMinutes: 90 };
    expect(stepsInKm({ method: 'raam', limit: 30 }, travel)).to.equal(undefined);
    const decay = { kind: 'gaussian' as const, sigma: 10 };
    expect(stepsInKm({ method: 'e2sfca', limit: 30, decay }, travel)).to.equal(undefined);
    expect(stepsInKm({ method: '2sfca', limit: 9 }, travel)).to.equal(undefined);
  });
});
