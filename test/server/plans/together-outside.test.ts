import { expect } from 'chai';
import type { PlanNeed } from '../../../server/plans/plan-needs.ts';
import { togetherOutside } from '../../../server/plans/together-outside.ts';

const need = (studentId: string): PlanNeed => ({
  studentId,
  term: 'food',
  urgency: 2,
  localId: studentId,
  schoolId: 's',
  grade: 4,
  languages: [],
});

describe('Needs that are kept together', () => {
  const found = { needs: [need('a'), need('b')] };

  it('are told of where one of them is not in the plan, as in a plan for one school or one kind of help', () => {
    const together = [
      ['a:food', 'b:food'],
      ['a:food', 'c:food'],
      ['b:clothing', 'b:food'],
    ] as const;
    expect(togetherOutside(found, { together })).to.deep.equal([
      { code: 'together-outside', count: 2, offerIds: [] },
    ]);
  });

  it('are nothing to tell where both are in it, or neither is', () => {
    const together = [
      ['a:food', 'b:food'],
      ['c:food', 'd:food'],
    ] as const;
    expect(togetherOutside(found, { together })).to.be.empty;
  });
});
