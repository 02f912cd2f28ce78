import { expect } from 'chai';
import fc from 'fast-check';
import { createMatcher } from '../../../core/matching/create-matcher.ts';
import { rules, studentArbitrary, worldArbitrary } from './world.ts';

/** So many that no match is left out of a list. */
const ALL = { ...rules, matchesPerWish: 1000 };

describe('The offers that a need could take', () => {
  it('are all its matches, with their scores and ways, whatever interests there are', () => {
    fc.assert(
      fc.property(worldArbitrary, studentArbitrary, (world, student) => {
        const matcher = createMatcher({ ...world, rules: ALL });
        const { wishes } = matcher.matchStudent(student);
        const expected = wishes
          .filter(({ kind }) => kind === 'need')
          .map(({ term, weight, matches }) => ({
            term,
            urgency: weight,
            offers: matches
              .map(({ offerId, score, minutes, mode, from }) => ({ offerId, score, minutes, mode, from }))
              .sort((a, b) => (a.offerId < b.offerId ? -1 : 1)),
          }));
        const found = matcher.eligible(student).map(({ offers, ...need }) => ({
          ...need,
          offers: offers.map(({ offer, score, ...way }) => ({
            offerId: matcher.offerIds[offer],
            ...way,
            score: score / 10_000,
          })),
        }));
        expect(found).to.deep.equal(expected);
      }),
      { numRuns: 200 },
    );
  });
});
