import { expect } from 'chai';
import { circumstanceLines } from '../../../web/parts/work/circumstance-lines.ts';
import { reasonWords } from '../../../web/parts/work/match-words.ts';
import { eligibilityEn } from '../../../web/text/eligibility-en.ts';
import { eligibilityEs } from '../../../web/text/eligibility-es.ts';
import { wording } from '../work/wording.ts';

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('The words of eligibility', () => {
  it('have the same keys and the same holes in both languages', () => {
    expect(Object.keys(eligibilityEs).sort()).to.deep.equal(Object.keys(eligibilityEn).sort());
    for (const key of Object.keys(eligibilityEn) as (keyof typeof eligibilityEn)[])
      expect(holes(eligibilityEs[key] as string), key).to.deep.equal(holes(eligibilityEn[key]));
  });

  it('name the fact to ask for, and what would do', () => {
    const ask = (code: string, values: Record<string, string | number>) =>
      reasonWords({ code, values }, wording('en'));
    expect(ask('ask-income-or-programs', { percent: 185, programs: 'snap,wic' })).to.equal(
      'for the family’s income (they take up to 185% of the poverty level), or whether the family gets SNAP (food stamps) or WIC',
    );
    expect(ask('ask-programs', { programs: 'medicaid' })).to.equal(
      'whether the student or the family gets Medicaid or CHIP',
    );
    expect(ask('ask-student-gender', { genders: 'female' })).to.equal(
      'for the student’s gender (it is for girls and women)',
    );
    expect(ask('ask-attribute', { attribute: 'military-family', values: 'active,reserve' })).to.equal(
      'about the student: Family in the military (they take: active duty or reserve or National Guard)',
    );
    expect(reasonWords({ code: 'ask-programs', values: { programs: 'snap' } }, wording('es'))).to.equal(
      'si el estudiante o la familia recibe SNAP (cupones de alimentos)',
    );
  });

  it('say what is known, and leave a program that data no longer has by its id', () => {
    const { eligibility } = wording('en');
    expect(
      circumstanceLines(
        {
          gender: 'female',
          incomeBand: { minimumFpl: 130, maximumFpl: 185 },
          programs: { snap: true, bygone: true, wic: false },
          attributes: { 'first-generation': 'yes' },
        },
        eligibility,
      ),
    ).to.deep.equal([
      'Female',
      'Income 130% to 185% of the poverty level',
      'SNAP (food stamps), bygone',
      'Not in: WIC',
      'First in the family to go to college: yes',
    ]);
    expect(circumstanceLines({}, eligibility)).to.deep.equal([]);
    expect(circumstanceLines({ incomeBand: { maximumFpl: 130 } }, eligibility)).to.deep.equal([
      'Income up to 130% of the poverty level',
    ]);
    expect(circumstanceLines({ incomeBand: { minimumFpl: 400 } }, eligibility)).to.deep.equal([
      'Income over 400% of the poverty level',
    ]);
  });
});
