import { expect } from 'chai';
import { countByClass, gapClass, minuteBreaks } from '../../../web/parts/work/gap-classes.ts';

const row = (share: number | null, nearestMinutes: number | null, hidden = false) => ({
  share,
  end: null,
  nearestMinutes,
  hidden,
});

describe('Classes of a gap map', () => {
  it('puts a share on a break into the better class', () => {
    const classes = [0, 0.1999, 0.2, 0.5, 0.6, 0.8, 1].map((share) => gapClass(row(share, 5), 'share', 30));
    expect(classes).to.deep.equal([0, 0, 1, 2, 3, 4, 4]);
  });

  it('never takes no data or a hidden figure for zero', () => {
    expect(gapClass(row(null, 5), 'share', 30)).to.equal('none');
    expect(gapClass(row(null, 5, true), 'share', 30)).to.equal('hidden');
    expect(gapClass(row(null, null), 'minutes', 30)).to.equal('none');
  });

  it('puts a share of which only the end is told into the class at that end', () => {
    const masked = (end: 'few' | 'most') => gapClass({ ...row(null, 5, true), end }, 'share', 30);
    expect([masked('few'), masked('most')]).to.deep.equal([0, 4]);
  });

  it('shows a share that is known where another figure of the row is hidden', () => {
    expect(gapClass(row(0.5, 5, true), 'share', 30)).to.equal(2);
  });

  it('breaks minutes at half the limit, the limit, one and a half and twice', () => {
    expect(minuteBreaks(30)).to.deep.equal([15, 30, 45, 60]);
    const classes = [15, 15.1, 30, 45, 60, 61].map((minutes) => gapClass(row(null, minutes), 'minutes', 30));
    expect(classes).to.deep.equal([4, 3, 3, 2, 1, 0]);
  });

  it('shows minutes of a hidden place: they say nothing about a student', () => {
    expect(gapClass(row(null, 10, true), 'minutes', 30)).to.equal(4);
  });

  it('counts the places of each class', () => {
    expect([...countByClass([0, 0, 'hidden'])]).to.deep.equal([
      [0, 2],
      ['hidden', 1],
    ]);
  });
});
