import { expect } from 'chai';
import fc from 'fast-check';
import { concealCircumstances } from '../../../core/matching/conceal-circumstances.ts';
import { createMatcher } from '../../../core/matching/create-matcher.ts';
import { type Circumstances, GENDERS } from '../../../core/students/circumstances.ts';
import { offerWith, studentArbitrary, studentWith, worldArbitrary, worldWith } from './world.ts';

const ruled = offerWith({
  eligibility: {
    unknown: [],
    incomeMaximumFplPercent: 185,
    programs: ['snap'],
    genders: ['female'],
    attributes: [{ name: 'first-generation', oneOf: ['yes'] }],
  },
});

function concealed(circumstances?: Circumstances) {
  const { matchStudent } = createMatcher(worldWith([ruled]));
  return concealCircumstances(matchStudent(studentWith({ circumstances })).wishes);
}

describe('Matches without circumstances', () => {
  it('read the same whether a rule is met or not known', () => {
    const met: Circumstances = {
      gender: 'female',
      incomeBand: { maximumFpl: 100 },
      attributes: { 'first-generation': 'yes' },
    };
    const unknown = concealed();
    expect(unknown[0]!.matches).to.have.length(1);
    for (const known of [
      met,
      { gender: met.gender },
      { programs: { snap: true } },
      { programs: { snap: false } },
    ])
      expect(concealed(known)).to.deep.equal(unknown);
    expect(unknown[0]!.matches[0]!.reasons.at(-1)).to.deep.equal({ code: 'ask-conditions', values: {} });
  });

  it('do not tell which of the rules removed an offer', () => {
    const reasons: Circumstances[] = [
      { gender: 'male' },
      { incomeBand: { minimumFpl: 400 }, programs: { snap: false } },
      { attributes: { 'first-generation': 'no' } },
    ];
    for (const known of reasons) {
      const [wish] = concealed(known);
      expect(wish!.removed).to.deep.equal({ rules: 1 });
      expect(wish!.nearest?.limit).to.equal('rules');
    }
  });

  it('never name a circumstance, and keep every offer, count and rank', () => {
    const words = new RegExp(['income', 'program', 'gender', 'attribute', 'snap', ...GENDERS].join('|'));
    fc.assert(
      fc.property(worldArbitrary, studentArbitrary, (world, student) => {
        const { wishes } = createMatcher(world).matchStudent(student);
        const hidden = concealCircumstances(wishes);
        expect(JSON.stringify(hidden)).not.to.match(words);
        const sum = (counts: object) => Object.values(counts).reduce((total, n) => total + n, 0);
        for (const [at, wish] of wishes.entries()) {
          expect(sum(hidden[at]!.removed)).to.equal(sum(wish.removed));
          expect(hidden[at]!.matches.map(({ offerId, score }) => [offerId, score])).to.deep.equal(
            wish.matches.map(({ offerId, score }) => [offerId, score]),
          );
        }
      }),
    );
  });
});
