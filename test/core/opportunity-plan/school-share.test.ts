import { expect } from 'chai';
import fc from 'fast-check';
import { holdShouldHave, tellSchoolPlans } from '../../../core/opportunity-plan/school-share.ts';
import { signsOfPlan } from '../../../core/opportunity-plan/should-have-plan.ts';

const RULE = { schoolShare: 0.3333, threshold: 10 };

describe('Who should have a plan', () => {
  const rules = { shouldHavePlan: [{ attribute: 'reading-level', values: ['one-behind', 'two-behind'] }] };

  it('is who shows a sign of the district’s rules, and nobody of whom nothing is known', () => {
    const signsOf = (attributes?: Record<string, string>) =>
      signsOfPlan(attributes ? { attributes } : {}, rules).map(({ value }) => value);
    expect(signsOf({ 'reading-level': 'two-behind' })).to.deep.equal(['two-behind']);
    expect(signsOf({ 'reading-level': 'at-grade' })).to.deep.equal([]);
    expect(signsOf({ 'military-family': 'active' })).to.deep.equal([]);
    expect(signsOf()).to.deep.equal([]);
  });
});

describe('The share of a school’s students who should have a plan', () => {
  const told = (students: number, shouldHave: number) =>
    tellSchoolPlans(students, holdShouldHave({ students, shouldHave }, undefined, 10), RULE);

  it('starts the look at the whole school when it is above the rule', () => {
    expect(told(90, 31)).to.include({ shouldHave: 31, over: true });
    expect(told(90, 29)).to.include({ shouldHave: 29, over: false });
  });

  it('never tells of a handful on either side', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 400 }), fc.nat(400), (students, n) => {
        const { shouldHave } = told(students, Math.min(n, students));
        expect(shouldHave === null || (shouldHave >= 10 && students - shouldHave >= 10)).to.equal(true);
      }),
    );
  });

  it('says of few and of most only on which side of the rule they are for certain', () => {
    expect(told(90, 3)).to.deep.include({ shouldHave: null, end: 'few', over: false });
    expect(told(20, 3)).to.deep.include({ shouldHave: null, end: 'few', over: null });
    expect(told(90, 88)).to.deep.include({ shouldHave: null, end: 'most', over: true });
    expect(told(12, 6)).to.deep.include({ shouldHave: null, end: null, over: null });
  });

  it('stays while only a handful has changed, told or not', () => {
    const first = holdShouldHave({ students: 90, shouldHave: 30 }, undefined, 10);
    expect(holdShouldHave({ students: 90, shouldHave: 39 }, first, 10)).to.deep.equal(first);
    expect(holdShouldHave({ students: 90, shouldHave: 40 }, first, 10)).to.deep.equal({
      students: 40,
      told: true,
    });
    const hidden = holdShouldHave({ students: 90, shouldHave: 5 }, undefined, 10);
    expect(holdShouldHave({ students: 90, shouldHave: 14 }, hidden, 10)).to.deep.equal({
      students: 5,
      told: false,
    });
  });

  it('is not told where the school’s students are not', () => {
    expect(tellSchoolPlans(null, undefined, RULE)).to.include({ students: null, over: null });
  });
});
