import { expect } from 'chai';
import fc from 'fast-check';
import type { Eligibility } from '../../../core/directory/service.ts';
import { rulesOfPhrase, withPhraseRules } from '../../../core/imports/eligibility-phrase.ts';
import { createProgramFinder } from '../../../core/imports/program-finder.ts';
import { eligibility } from '../eligibility/eligibility-data.ts';

const findProgram = createProgramFinder(eligibility.programs);
const rules = (text: string) => rulesOfPhrase(text, findProgram);
const income = (incomeMaximumFplPercent: number, ...programs: string[]) => ({
  incomeMaximumFplPercent,
  ...(programs.length > 0 && { programs }),
});

/** What a phrase says for certain; the others say nothing that a program could decide by. */
const PHRASES: [string, ReturnType<typeof rules>][] = [
  ['Income at or below 185% of the federal poverty level', income(185)],
  ['Household income must be at or below 200 percent of the Federal Poverty Guidelines.', income(200)],
  ['Family income up to 130% FPL', income(130)],
  ['Incomes below 250% of poverty level', income(250)],
  ['Income at or below 185% of poverty level, or receives SNAP or WIC benefits', income(185, 'snap', 'wic')],
  ['Income up to 185% FPL or receives a pension', undefined],
  ['Low income', undefined],
  ['Income below $32,000', undefined],
  ['Income at or below 185% of area median income', undefined],
  ['Residents with income at or below 185% FPL', undefined],
  ['Must receive SNAP, TANF or SSI', { programs: ['snap', 'tanf', 'ssi'] }],
  ['Must be enrolled in Head Start', { programs: ['head-start'] }],
  ['Medicaid recipients only', { programs: ['medicaid'] }],
  ['For students with an IEP', { programs: ['iep'] }],
  ['For students with an IEP or 504 plan', { programs: ['iep', '504'] }],
  ['Must receive SNAP and Medicaid', undefined],
  ['Must have insurance', undefined],
  ['Medicaid', undefined],
  ['Foster youth', undefined],
  ['Girls only', { genders: ['female'] }],
  ['Women and girls only', { genders: ['female'] }],
  ['Only for boys', { genders: ['male'] }],
  ['Exclusively for men', { genders: ['male'] }],
  ['Women', undefined],
  ['Girls and boys only', undefined],
  ['Women and children only', undefined],
  ['', undefined],
];

function joined(phrases: string[], said: Partial<Eligibility> = {}): Eligibility {
  return withPhraseRules({ unknown: [], ...said }, phrases, findProgram);
}

describe('rulesOfPhrase', () => {
  for (const [text, expected] of PHRASES)
    it(`reads "${text}" as ${expected ? JSON.stringify(expected) : 'words'}`, () => {
      expect(rules(text)).to.deep.equal(expected);
    });

  it('makes no rule of a phrase that says more', () => {
    const certain = PHRASES.filter(([, expected]) => expected).map(([text]) => text);
    const more = fc.constantFrom(
      ' and older',
      ', ages 60+',
      ' preferred',
      ', walk-ins welcome',
      ' in Ward 7',
    );
    fc.assert(
      fc.property(fc.constantFrom(...certain), more, (text, rest) => {
        expect(rules(text.replace(/\.$/, '') + rest)).to.equal(undefined);
      }),
    );
  });
});

describe('withPhraseRules', () => {
  it('settles what was open', () => {
    expect(joined(['Income up to 185% FPL'], { unknown: ['income', 'residence'] })).to.deep.equal({
      incomeMaximumFplPercent: 185,
      unknown: ['residence'],
    });
    expect(joined(['Medicaid recipients only', 'Ages 6-12'], { unknown: ['insurance'] })).to.deep.equal({
      programs: ['medicaid'],
      unknown: [],
    });
    expect(joined(['Girls only', 'None'], { unknown: ['gender'] })).to.deep.equal({
      genders: ['female'],
      unknown: [],
    });
  });

  it('decides nothing where several phrases may stand for each other', () => {
    const open: Partial<Eligibility> = { unknown: ['income'] };
    expect(joined(['Income up to 185% FPL', 'Seniors'], open)).to.deep.equal(open);
    expect(joined(['Income up to 185% FPL', 'Must receive SNAP'], open)).to.deep.equal(open);
    expect(joined(['Girls only', 'Boys only'], { unknown: ['gender'] })).to.deep.equal({
      unknown: ['gender'],
    });
  });

  it('keeps a gender beside other words', () => {
    expect(joined(['Girls only', 'Low income'], { unknown: ['gender', 'income'] })).to.deep.equal({
      genders: ['female'],
      unknown: ['income'],
    });
  });
});
