import { expect } from 'chai';
import fc from 'fast-check';
import type { Eligibility } from '../../../core/directory/service.ts';
import { checkEligibility, firstLimit } from '../../../core/eligibility/check-eligibility.ts';
import type { Verdict } from '../../../core/eligibility/verdict.ts';
import { type Circumstances, GENDERS, IncomeBand } from '../../../core/students/circumstances.ts';

type Rules = Partial<Eligibility>;

function check(rules: Rules, circumstances?: Circumstances): Verdict[] {
  const facts = { grade: 4, languages: [], today: '2026-11-21', circumstances };
  return checkEligibility(facts, { unknown: [], ...rules }, [], undefined);
}

/** "income no", "income ? income-band" for each verdict. */
function say(rules: Rules, circumstances?: Circumstances): string {
  return check(rules, circumstances)
    .map((verdict) =>
      verdict.answer === 'unknown'
        ? `${verdict.rule} ? ${verdict.missing}`
        : `${verdict.rule} ${verdict.answer}`,
    )
    .join(', ');
}

const band = (minimumFpl?: number, maximumFpl?: number): Circumstances => ({
  incomeBand: {
    ...(minimumFpl !== undefined && { minimumFpl }),
    ...(maximumFpl !== undefined && { maximumFpl }),
  },
});
const to185: Rules = { incomeMaximumFplPercent: 185 };
const snapOrWic: Rules = { programs: ['snap', 'wic'] };
const either: Rules = { ...to185, ...snapOrWic };
const girls: Rules = { genders: ['female'] };
const firstInCollege: Rules = { attributes: [{ name: 'first-generation', oneOf: ['yes', 'maybe'] }] };

/** Every rule with every kind of fact, by hand. */
const TABLE: [rules: Rules, known: Circumstances | undefined, answer: string][] = [
  [to185, undefined, 'income ? income-band'],
  [to185, {}, 'income ? income-band'],
  [to185, band(0, 130), 'income yes'],
  [to185, band(undefined, 185), 'income yes'],
  [to185, band(undefined, 186), 'income ? income-band'],
  [to185, band(130, 200), 'income ? income-band'],
  [to185, band(130), 'income ? income-band'],
  [to185, band(184), 'income ? income-band'],
  [to185, band(185), 'income no'],
  [to185, band(185, 250), 'income no'],
  [to185, band(400), 'income no'],
  [{ incomeMaximumFplPercent: 0 }, band(0, 130), 'income no'],
  [to185, { programs: { snap: true } }, 'income ? income-band'],

  [snapOrWic, undefined, 'program ? programs'],
  [snapOrWic, { programs: {} }, 'program ? programs'],
  [snapOrWic, { programs: { wic: true } }, 'program yes'],
  [snapOrWic, { programs: { snap: false, wic: true } }, 'program yes'],
  [snapOrWic, { programs: { snap: false } }, 'program ? programs'],
  [snapOrWic, { programs: { snap: false, wic: false } }, 'program no'],
  [snapOrWic, { programs: { medicaid: true } }, 'program ? programs'],
  [snapOrWic, band(0, 50), 'program ? programs'],
  [{ programs: [] }, { programs: { snap: false } }, ''],

  [either, undefined, 'income ? income-or-programs'],
  [either, band(0, 130), 'income yes'],
  [either, { programs: { snap: true } }, 'income yes'],
  [either, { ...band(400), programs: { snap: true } }, 'income yes'],
  [either, { ...band(0, 130), programs: { snap: false, wic: false } }, 'income yes'],
  [either, band(400), 'income ? programs'],
  [either, { ...band(400), programs: { snap: false } }, 'income ? programs'],
  [either, { programs: { snap: false, wic: false } }, 'income ? income-band'],
  [either, { ...band(100, 300), programs: { snap: false, wic: false } }, 'income ? income-band'],
  [either, { ...band(400), programs: { snap: false, wic: false } }, 'income no'],

  [girls, undefined, 'gender ? gender'],
  [girls, { gender: 'female' }, 'gender yes'],
  [girls, { gender: 'male' }, 'gender no'],
  [girls, { gender: 'nonbinary' }, 'gender ? source'],
  [{ genders: ['female', 'nonbinary'] }, { gender: 'nonbinary' }, 'gender yes'],
  [{ genders: [] }, { gender: 'male' }, ''],

  [firstInCollege, undefined, 'attribute ? attribute:first-generation'],
  [firstInCollege, { attributes: { 'military-family': 'yes' } }, 'attribute ? attribute:first-generation'],
  [firstInCollege, { attributes: { 'first-generation': 'maybe' } }, 'attribute yes'],
  [firstInCollege, { attributes: { 'first-generation': 'no' } }, 'attribute no'],
  [
    { attributes: [...firstInCollege.attributes!, { name: 'military-family', oneOf: ['yes'] }] },
    { attributes: { 'first-generation': 'yes', 'military-family': 'no' } },
    'attribute yes, attribute no',
  ],

  [{ unknown: ['income'] }, band(0, 50), 'income ? source'],
  [{ ...to185, unknown: ['income'] }, band(0, 50), 'income ? source'],
  [{ ...to185, unknown: ['income'] }, band(300), 'income no'],
  [{ ...girls, unknown: ['gender'] }, { gender: 'female' }, 'gender ? source'],
  [{ ...girls, unknown: ['gender'] }, { gender: 'male' }, 'gender no'],
  [{ description: 'For families with SNAP' }, { programs: { snap: true } }, 'conditions ? source'],
];

const percents = fc.constantFrom(0, 100, 130, 185, 200, 400);
const names = ['snap', 'wic', 'iep'];
const rulesArbitrary: fc.Arbitrary<Rules> = fc.record(
  {
    incomeMaximumFplPercent: percents,
    programs: fc.subarray(names),
    genders: fc.subarray([...GENDERS]),
    attributes: fc.subarray([
      { name: 'first-generation', oneOf: ['yes'] },
      { name: 'military-family', oneOf: ['yes', 'no'] },
    ]),
  },
  { requiredKeys: [] },
);
const knownArbitrary: fc.Arbitrary<Circumstances> = fc.record(
  {
    gender: fc.constantFrom(...GENDERS),
    incomeBand: fc
      .record({ minimumFpl: percents, maximumFpl: percents }, { requiredKeys: [] })
      .filter((read) => IncomeBand.safeParse(read).success),
    programs: fc.dictionary(fc.constantFrom(...names), fc.boolean()),
    attributes: fc.dictionary(
      fc.constantFrom('first-generation', 'military-family'),
      fc.constantFrom('yes', 'no'),
    ),
  },
  { requiredKeys: [] },
);

describe('What services ask of circumstances', () => {
  for (const [rules, known, answer] of TABLE)
    it(`${JSON.stringify(rules)} of ${JSON.stringify(known ?? 'nothing')}: ${answer || 'no rule'}`, () => {
      expect(say(rules, known)).to.equal(answer);
    });

  it('names the limit of each no', () => {
    const limits = [
      check(to185, band(400)),
      check(snapOrWic, { programs: { snap: false, wic: false } }),
      check(girls, { gender: 'male' }),
      check(firstInCollege, { attributes: { 'first-generation': 'no' } }),
    ].map(firstLimit);
    expect(limits).to.deep.equal(['income', 'program', 'gender', 'attribute']);
  });

  it('removes nobody of whom nothing is known', () => {
    fc.assert(
      fc.property(rulesArbitrary, (rules) => {
        for (const known of [undefined, {}]) {
          const verdicts = check(rules, known);
          expect(verdicts.every(({ answer }) => answer === 'unknown')).to.equal(true);
          expect(firstLimit(verdicts)).to.equal(undefined);
        }
      }),
    );
  });

  it('never turns a yes or a no into something else by one more fact', () => {
    fc.assert(
      fc.property(rulesArbitrary, knownArbitrary, knownArbitrary, (rules, known, more) => {
        const before = check(rules, known);
        const after = check(rules, {
          ...more,
          ...known,
          programs: { ...more.programs, ...known.programs },
          attributes: { ...more.attributes, ...known.attributes },
        });
        for (const [at, { answer }] of before.entries())
          if (answer !== 'unknown') expect(after[at]!.answer).to.equal(answer);
      }),
    );
  });

  it('never turns a yes or a no into something else by a narrower income band', () => {
    fc.assert(
      fc.property(percents, percents, percents, percents, (maximum, ...ends) => {
        const [from, to] = [Math.min(...ends), Math.max(...ends)];
        const middle = ends.sort((a, b) => a - b)[1]!;
        const [wide] = check({ incomeMaximumFplPercent: maximum }, band(from, to));
        for (const narrow of [band(from, middle), band(middle, to)]) {
          if (!IncomeBand.safeParse(narrow.incomeBand).success || wide!.answer === 'unknown') continue;
          expect(check({ incomeMaximumFplPercent: maximum }, narrow)[0]!.answer).to.equal(wide!.answer);
        }
      }),
    );
  });
});

describe('IncomeBand', () => {
  it('needs a figure, and the smaller one first', () => {
    expect(IncomeBand.safeParse({}).success).to.equal(false);
    expect(IncomeBand.safeParse({ minimumFpl: 185, maximumFpl: 130 }).success).to.equal(false);
    expect(IncomeBand.safeParse({ minimumFpl: 130, maximumFpl: 130 }).success).to.equal(false);
    expect(IncomeBand.safeParse({ maximumFpl: 0 }).success).to.equal(true);
    expect(IncomeBand.safeParse({ minimumFpl: 130, maximumFpl: 185 }).success).to.equal(true);
  });
});
