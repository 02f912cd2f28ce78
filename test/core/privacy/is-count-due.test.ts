import { expect } from 'chai';
import { type CountState, isCountDue } from '../../../core/privacy/is-count-due.ts';

const bySchool = [
  { schoolId: 'oak', students: 150 },
  { schoolId: 'elm', students: 50 },
];
const kept = { countedOn: '2026-11-02', threshold: 10, matched: true, bySchool, placements: 100 };
const state: CountState = { today: '2026-11-03', threshold: 10, matched: true, bySchool, placements: 100 };
const due = (change: Partial<CountState>) => isCountDue(kept, { ...state, ...change });

describe('Students are counted again', () => {
  it('a week later, and not before', () => {
    expect(isCountDue(undefined, state)).to.equal(true);
    expect(['2026-11-02', '2026-11-08', '2026-11-09'].map((today) => due({ today }))).to.deep.equal([
      false,
      false,
      true,
    ]);
  });

  it('not because somebody has come', () => {
    expect(due({ bySchool: [{ schoolId: 'oak', students: 151 }, bySchool[1]!] })).to.equal(false);
  });

  it('once a tenth has come, gone or changed school', () => {
    const sizes = (oak: number, elm: number) => ({
      bySchool: [
        { schoolId: 'oak', students: oak },
        { schoolId: 'elm', students: elm },
      ],
    });
    expect(due(sizes(159, 50))).to.equal(false);
    expect(due(sizes(139, 61)), 'eleven have changed school').to.equal(true);
    expect(due(sizes(150, 20)), 'thirty have gone').to.equal(true);
    expect(due({ bySchool: [...bySchool, { schoolId: 'new', students: 40 }] })).to.equal(true);
  });

  it('once as many places were given or given back, and not for a few', () => {
    expect([119, 120, 81, 80].map((placements) => due({ placements }))).to.deep.equal([
      false,
      true,
      false,
      true,
    ]);
    const { placements: _, ...before } = kept;
    expect(isCountDue(before, { ...state, placements: 20 }), 'the first places').to.equal(true);
  });

  it('never because a few of a small school have moved', () => {
    const small = { ...kept, bySchool: [{ schoolId: 'oak', students: 12 }] };
    expect(isCountDue(small, { ...state, bySchool: [{ schoolId: 'oak', students: 5 }] })).to.equal(false);
  });

  it('when there is a matching for the first time, and when the threshold is another', () => {
    expect(isCountDue({ ...kept, matched: false }, state)).to.equal(true);
    expect(due({ matched: false })).to.equal(false);
    expect(due({ threshold: 20 })).to.equal(true);
  });
});
