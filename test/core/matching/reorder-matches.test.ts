import { expect } from 'chai';
import fc from 'fast-check';
import { matcherOn } from '../../../core/matching/create-matcher.ts';
import { FACTORS, type Match } from '../../../core/matching/match.ts';
import { prepareMatching, withWeighting } from '../../../core/matching/prepare-matching.ts';
import { reorderMatches } from '../../../core/matching/reorder-matches.ts';
import type { Weighting } from '../../../core/matching/weighting.ts';
import { studentArbitrary, worldArbitrary } from './world.ts';

const weighting = fc
  .record({
    weights: fc.record(
      Object.fromEntries(FACTORS.map((factor) => [factor, fc.constantFrom(0, 0.5, 1, 3, 10)])) as Record<
        (typeof FACTORS)[number],
        fc.Arbitrary<number>
      >,
    ),
    travelHalfMinutes: fc.constantFrom(5, 15, 40),
  })
  .filter(({ weights }) => FACTORS.some((factor) => weights[factor] > 0));

describe('reorderMatches', () => {
  it('orders shown matches as the matcher does with these weights, up to what is rounded', () => {
    fc.assert(
      fc.property(worldArbitrary, studentArbitrary, weighting, (world, student, other: Weighting) => {
        const prepared = prepareMatching({ ...world, rules: { ...world.rules, matchesPerWish: 100 } });
        const before = matcherOn(prepared).matchStudent(student).wishes;
        const after = matcherOn(withWeighting(prepared, other)).matchStudent(student).wishes;
        before.forEach(({ matches }, i) => {
          const scores = new Map(after[i]!.matches.map((match) => [match.offerId, match.score]));
          const found = reorderMatches(matches, other);
          expect(found.map(({ offerId }) => offerId)).to.have.members([...scores.keys()]);
          expect(found.map(({ rank }) => rank)).to.deep.equal(found.map((_, at) => at + 1));
          for (const match of found) expect(match.score).to.be.closeTo(scores.get(match.offerId)!, 0.003);
          expect(found.slice(1).every((match, at) => match.score <= found[at]!.score)).to.equal(true);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('changes nothing where the weights are those that it was ordered by', () => {
    fc.assert(
      fc.property(worldArbitrary, studentArbitrary, (world, student) => {
        for (const { matches } of matcherOn(prepareMatching(world)).matchStudent(student).wishes) {
          const ids = (list: Match[]) => list.map(({ offerId }) => offerId);
          const apart = matches.slice(1).every((match, i) => matches[i]!.score - match.score > 0.003);
          if (apart) expect(ids(reorderMatches(matches, world.rules))).to.deep.equal(ids(matches));
        }
      }),
      { numRuns: 100 },
    );
  });
});
