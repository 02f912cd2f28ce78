import { expect } from 'chai';
import fc from 'fast-check';
import {
  AccessInequality,
  accessInequality,
  type ServedPlace,
} from '../../../core/gaps/access-inequality.ts';
import { shareBelow } from '../../../core/gaps/share-below.ts';

const place = fc.record({
  place: fc.record({
    people: fc.integer({ min: 1, max: 400 }),
    locale: fc.constantFrom('city' as const, 'rural' as const),
  }),
  access: fc.integer({ min: 0, max: 20 }).map((n) => n / 100),
});

describe('How unequally access is spread', () => {
  it('keeps its figures where they belong, and the tenths around the mean', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 30 }), (served) => {
        const told = accessInequality(served, 10);
        const mean = meanOf(served);
        expect(told === undefined).to.equal(mean === 0);
        if (!told) return;
        expect(AccessInequality.parse(told)).to.deep.equal(told);
        const { gini, theil, atkinson, lorenz, worstTenth, bestTenth, groups } = told;
        for (const figure of [gini, atkinson]) expect(figure).to.be.within(-1e-12, 1);
        expect(lorenz.at(-1)).to.be.closeTo(1, 1e-12);
        for (const [n, share] of lorenz.entries()) expect(share).to.be.at.most(n / 10 + 1e-12);
        if (worstTenth !== null) expect(worstTenth).to.be.at.most(mean + 1e-12);
        if (bestTenth !== null) expect(bestTenth).to.be.at.least(mean - 1e-12);
        for (const { between, within } of groups) expect(between + within).to.be.closeTo(theil, 1e-9);
      }),
    );
  });

  it('tells the tenths of ten places as they are', () => {
    const served = Array.from({ length: 10 }, (_, n) => ({ place: { people: 100 }, access: n + 1 }));
    const { worstTenth, bestTenth, lorenz } = accessInequality(served, 10)!;
    expect(worstTenth).to.be.closeTo(1, 1e-12);
    expect(bestTenth).to.be.closeTo(10, 1e-12);
    expect(lorenz[5]).to.be.closeTo(15 / 55, 1e-12);
    const curve: [number, number][] = [
      [0, 0],
      [0.5, 0.2],
      [1, 1],
    ];
    expect(shareBelow(curve, 0.75)).to.be.closeTo(0.6, 1e-12);
  });

  it('hides a tenth and a group of fewer than may be told of', () => {
    const city = { place: { people: 80, locale: 'city' as const }, access: 0.2 };
    const rural = { place: { people: 9, locale: 'rural' as const }, access: 0.1 };
    const { worstTenth, groups } = accessInequality([city, rural], 10)!;
    expect(worstTenth).to.equal(null);
    expect(groups[0]!.rows.every(({ hidden, mean }) => hidden && mean === null)).to.equal(true);
  });
});

function meanOf(served: readonly ServedPlace[]): number {
  const people = served.reduce((sum, each) => sum + each.place.people, 0);
  return served.reduce((sum, each) => sum + each.place.people * each.access, 0) / people;
}
