import { expect } from 'chai';
import { ACCESS_METHODS, AccessMeasure } from '../../../core/access/access-measure.ts';
import { decayWeight } from '../../../core/access/decay.ts';
import { DECAYING, measureFor } from '../../../core/gaps/measure-for.ts';

describe('The numbers of a measure', () => {
  it('are those that the methods were published with, at their minutes', () => {
    const steps = [
      [10, 1],
      [20, 0.68],
      [30, 0.22],
    ];
    expect(measureFor('e2sfca', 30).decay).to.deep.equal({ kind: 'step', steps });
    const four = [
      [10, 0.962],
      [20, 0.704],
      [30, 0.377],
      [60, 0.042],
    ];
    expect(measureFor('3sfca', 60).decay).to.deep.equal({ kind: 'step', steps: four });
  });

  it('leave a hundredth at the limit where nearness counts smoothly, and never more than all of it', () => {
    for (const kind of ['gaussian', 'exponential', 'gravity'] as const) {
      const weightOf = decayWeight(measureFor('e2sfca', 45, kind).decay!);
      expect(weightOf(45), kind).to.be.closeTo(0.01, 1e-12);
      expect(weightOf(0), kind).to.equal(1);
      expect(weightOf(20), kind).to.be.within(0.01, 1);
    }
  });

  it('have the promised shape for every method and every limit', () => {
    for (const method of ACCESS_METHODS)
      for (const minutes of [5, 20, 240]) {
        const measure = measureFor(method, minutes);
        expect(AccessMeasure.parse(measure)).to.deep.equal(measure);
        expect(measure.decay !== undefined).to.equal(DECAYING.includes(method));
      }
  });
});
