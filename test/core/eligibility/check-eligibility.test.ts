import { expect } from 'chai';
import type { Eligibility } from '../../../core/directory/service.ts';
import { checkEligibility, firstLimit } from '../../../core/eligibility/check-eligibility.ts';
import type { Area, Position } from '../../../core/geo/point.ts';

const CHILD = { grade: 4, birthMonth: '2016-11', languages: ['en', 'es'], today: '2026-11-21' };
const HOME: Position = [0.5, 0.5];

function square(from: number, to: number): [number, number][] {
  return [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
    [from, from],
  ];
}

interface Case {
  rules?: Partial<Eligibility>;
  child?: Partial<Omit<typeof CHILD, 'birthMonth'>> & { birthMonth?: string | undefined };
  areas?: Area[];
  home?: Position | undefined;
}

function check({ rules = {}, child = {}, areas = [], ...place }: Case) {
  const { birthMonth, ...facts } = { ...CHILD, ...child };
  return checkEligibility(
    { ...facts, ...(birthMonth !== undefined && { birthMonth }) },
    { unknown: [], ...rules },
    areas,
    'home' in place ? place.home : HOME,
  );
}

/** "age yes" for each verdict. */
function answers(of: Case): string[] {
  return check(of).map(({ rule, answer }) => `${rule} ${answer}`);
}

describe('checkEligibility', () => {
  it('says nothing where a service has no rules', () => {
    expect(answers({})).to.deep.equal([]);
  });

  describe('age', () => {
    const at = (birthMonth: string, rules: Partial<Eligibility>) =>
      answers({ rules, child: { birthMonth } })[0];

    it('is yes within the bounds, which both belong to it', () => {
      expect(at('2016-05', { minimumAge: 10, maximumAge: 10 })).to.equal('age yes');
      expect(at('2016-12', { maximumAge: 9 })).to.equal('age yes');
    });

    it('is no outside', () => {
      expect(at('2016-12', { minimumAge: 10 })).to.equal('age no');
      expect(at('2015-10', { maximumAge: 10 })).to.equal('age no');
    });

    it('is unknown in the month of the birthday that decides, and only there', () => {
      expect(at('2016-11', { minimumAge: 10 })).to.equal('age unknown');
      expect(at('2015-11', { maximumAge: 10 })).to.equal('age unknown');
      expect(at('2016-11', { minimumAge: 9 })).to.equal('age yes');
      expect(at('2016-11', { minimumAge: 9, maximumAge: 10 })).to.equal('age yes');
      expect(at('2016-11', { minimumAge: 11 })).to.equal('age no');
    });

    it('counts parts of years in months', () => {
      expect(at('2026-05', { minimumAge: 0.5 })).to.equal('age unknown');
      expect(at('2026-04', { minimumAge: 0.5 })).to.equal('age yes');
      expect(at('2024-04', { maximumAge: 2.5 })).to.equal('age unknown');
      expect(at('2024-05', { maximumAge: 2.5 })).to.equal('age yes');
      expect(at('2024-03', { maximumAge: 2.5 })).to.equal('age no');
    });

    it('is asked without a birth month, or with one that is not over', () => {
      for (const birthMonth of [undefined, '2026-11', '2030-01'])
        expect(check({ rules: { minimumAge: 5 }, child: { birthMonth } })).to.deep.equal([
          { rule: 'age', answer: 'unknown', missing: 'birth-month' },
        ]);
    });

    it('holds for a whole month', () => {
      for (const today of ['2026-11-01', '2026-11-30'])
        expect(answers({ rules: { minimumAge: 10 }, child: { today } })).to.deep.equal(['age unknown']);
    });
  });

  it('takes both grades that are named', () => {
    expect(answers({ rules: { minimumGrade: 4, maximumGrade: 4 } })).to.deep.equal(['grade yes']);
    expect(answers({ rules: { minimumGrade: 5 } })).to.deep.equal(['grade no']);
    expect(answers({ rules: { maximumGrade: 3 } })).to.deep.equal(['grade no']);
    expect(answers({ rules: { minimumGrade: -1 }, child: { grade: -1 } })).to.deep.equal(['grade yes']);
    expect(answers({ rules: { maximumGrade: 0 }, child: { grade: 1 } })).to.deep.equal(['grade no']);
  });

  it('wants one of the required languages', () => {
    expect(answers({ rules: { requiredLanguages: ['so', 'es'] } })).to.deep.equal(['language yes']);
    expect(answers({ rules: { requiredLanguages: ['so'] } })).to.deep.equal(['language no']);
    expect(answers({ rules: { requiredLanguages: [] } })).to.deep.equal([]);
    expect(check({ rules: { requiredLanguages: ['so'] }, child: { languages: [] } })).to.deep.equal([
      { rule: 'language', answer: 'unknown', missing: 'languages' },
    ]);
  });

  describe('residence', () => {
    const rules = { residenceRequired: true };
    const around: Area = { type: 'Polygon', coordinates: [square(0, 1)] };
    const holed: Area = { type: 'Polygon', coordinates: [square(0, 1), square(0.4, 0.6)] };
    const elsewhere: Area = { type: 'Polygon', coordinates: [square(2, 3)] };

    it('is yes in one of the areas', () => {
      expect(answers({ rules, areas: [elsewhere, around] })).to.deep.equal(['residence yes']);
      expect(
        answers({ rules, areas: [{ type: 'MultiPolygon', coordinates: [[square(2, 3)], [square(0, 1)]] }] }),
      ).to.deep.equal(['residence yes']);
    });

    it('is no outside all of them and in a hole', () => {
      expect(answers({ rules, areas: [elsewhere] })).to.deep.equal(['residence no']);
      expect(answers({ rules, areas: [holed] })).to.deep.equal(['residence no']);
    });

    it('is asked where the area or the home is not known', () => {
      expect(check({ rules })).to.deep.equal([{ rule: 'residence', answer: 'unknown', missing: 'source' }]);
      expect(check({ rules, areas: [around], home: undefined })).to.deep.equal([
        { rule: 'residence', answer: 'unknown', missing: 'home' },
      ]);
    });

    it('is no rule where it is not required', () => {
      expect(answers({ areas: [elsewhere] })).to.deep.equal([]);
      expect(answers({ rules: { residenceRequired: false }, areas: [elsewhere] })).to.deep.equal([]);
    });
  });

  it('asks for every fact that the source leaves open', () => {
    expect(
      answers({
        rules: { unknown: ['referral', 'age', 'grade', 'income', 'residence', 'gender', 'insurance'] },
      }),
    ).to.deep.equal([
      'age unknown',
      'grade unknown',
      'residence unknown',
      'income unknown',
      'gender unknown',
      'insurance unknown',
      'referral unknown',
    ]);
  });

  it('turns a yes that the source doubts into a question, but not a no', () => {
    expect(answers({ rules: { minimumGrade: 4, unknown: ['grade'] } })).to.deep.equal(['grade unknown']);
    expect(answers({ rules: { minimumGrade: 5, unknown: ['grade'] } })).to.deep.equal(['grade no']);
  });

  it('takes free text for a question, never for a yes', () => {
    expect(answers({ rules: { description: 'All children of the county' } })).to.deep.equal([
      'conditions unknown',
    ]);
    expect(answers({ rules: { description: '  ' } })).to.deep.equal([]);
  });
});

describe('firstLimit', () => {
  it('is the first no, in the order of the limits', () => {
    expect(firstLimit(check({ rules: { minimumGrade: 9, requiredLanguages: ['so'] } }))).to.equal('grade');
    expect(firstLimit(check({ rules: { minimumGrade: 4, unknown: ['income'] } }))).to.equal(undefined);
  });
});
