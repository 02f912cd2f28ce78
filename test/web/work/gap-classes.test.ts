import { expect } from 'chai';
import type { GapRow } from '../../../core/gaps/gap.ts';
import { type Classing, countByClass, gapClass, minuteBreaks } from '../../../web/parts/work/gap-classes.ts';

const BY_SHARE: Classing = { by: 'share' };
const BY_MINUTES: Classing = { by: 'minutes', limit: 30 };

function row(share: number | null, nearestMinutes: number | null, hidden = false): GapRow {
  const nothing = { students: null, covered: null, end: null, unmet: null, nearestOfferId: null };
  return { id: 'school', ...nothing, share, nearestMinutes, hidden };
}

describe('Classes of a gap map', () => {
  it('puts a share on a break into the better class', () => {
    const classes = [0, 0.1999, 0.2, 0.5, 0.6, 0.8, 1].map((share) => gapClass(row(share, 5), BY_SHARE));
    expect(classes).to.deep.equal([0, 0, 1, 2, 3, 4, 4]);
  });

  it('never takes no data or a hidden figure for zero', () => {
    expect(gapClass(row(null, 5), BY_SHARE)).to.equal('none');
    expect(gapClass(row(null, 5, true), BY_SHARE)).to.equal('hidden');
    expect(gapClass(row(null, null), BY_MINUTES)).to.equal('none');
  });

  it('puts a share of which only the end is told into the class at that end', () => {
    const masked = (end: 'few' | 'most') => gapClass({ ...row(null, 5, true), end }, BY_SHARE);
    expect([masked('few'), masked('most')]).to.deep.equal([0, 4]);
  });

  it('shows a share that is known where another figure of the row is hidden', () => {
    expect(gapClass(row(0.5, 5, true), BY_SHARE)).to.equal(2);
  });

  it('breaks minutes at half the limit, the limit, one and a half and twice', () => {
    expect(minuteBreaks(30)).to.deep.equal([15, 30, 45, 60]);
    const classes = [15, 15.1, 30, 45, 60, 61].map((minutes) => gapClass(row(null, minutes), BY_MINUTES));
    expect(classes).to.deep.equal([4, 3, 3, 2, 1, 0]);
  });

  it('shows minutes of a hidden place: they say nothing about a student', () => {
    expect(gapClass(row(null, 10, true), BY_MINUTES)).to.equal(4);
  });

  it('takes nothing within reach for the worst of a measure, and no data for none of its classes', () => {
    const measured = (access: number | null, outOfReach = false) => ({ ...row(null, 5), access, outOfReach });
    const more: Classing = { by: 'access', breaks: [1, 2, 3, 4], better: 'more' };
    expect([0, 1, 1.5, 5].map((access) => gapClass(measured(access), more))).to.deep.equal([0, 0, 1, 4]);
    expect(gapClass(measured(null), more)).to.equal('none');
    const less: Classing = { ...more, better: 'less' };
    expect(gapClass(measured(1), less)).to.equal(4);
    expect(gapClass(measured(null, true), less)).to.equal(0);
  });

  it('counts the places of each class', () => {
    expect([...countByClass([0, 0, 'hidden'])]).to.deep.equal([
      [0, 2],
      ['hidden', 1],
    ]);
  });
});
