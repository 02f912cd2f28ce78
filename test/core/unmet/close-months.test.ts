import { expect } from 'chai';
import fc from 'fast-check';
import { schoolYearOf } from '../../../core/schedule/school-year.ts';
import { closeMonths } from '../../../core/unmet/close-months.ts';
import type { UnmetNote } from '../../../core/unmet/unmet-note.ts';

const note = (month: string, times: number, schoolId?: string): UnmetNote => ({
  source: 'search',
  term: 'food-pantry',
  month,
  times,
  ...(schoolId && { schoolId }),
});
const close = (notes: UnmetNote[], isOver = false) => closeMonths({ notes, threshold: 10, isOver });

describe('The notes of a school year', () => {
  it('are added up month by month until they may be told', () => {
    const notes = [note('2026-09', 4, 'a'), note('2026-10', 7, 'a'), note('2026-11', 12, 'a')];
    expect(close(notes)).to.deep.equal([
      {
        source: 'search',
        term: 'food-pantry',
        where: 'school',
        schoolId: 'a',
        from: '2026-09',
        to: '2026-10',
        times: 11,
      },
      {
        source: 'search',
        term: 'food-pantry',
        where: 'school',
        schoolId: 'a',
        from: '2026-11',
        to: '2026-11',
        times: 12,
      },
    ]);
  });

  it('are hidden where they are few, and told for several places together when the year is over', () => {
    const notes = [note('2026-09', 4, 'a'), note('2026-10', 6, 'b'), note('2026-12', 2)];
    expect(close(notes)).to.deep.equal([]);
    const [entry, ...others] = close(notes, true);
    expect(entry).to.include({ where: 'several', times: 12, from: '2026-09', to: '2026-12' });
    expect(entry).to.not.have.property('schoolId');
    expect(others).to.deep.equal([]);
    expect(close(notes.slice(0, 1), true)).to.deep.equal([]);
    expect(close([note('2026-09', 4, 'a'), note('2026-10', 5, 'b')], true)).to.deep.equal([]);
  });

  it('give entries of at least the threshold, never change one that was told, and count nothing twice', () => {
    const months = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2027-02', '2027-06'];
    const notes = fc.uniqueArray(
      fc.record({
        source: fc.constantFrom('search', 'referral'),
        term: fc.constantFrom('food-pantry', 'tutoring'),
        place: fc.constantFrom('', 'a', 'b', 'c'),
        month: fc.constantFrom(...months),
        times: fc.integer({ min: 1, max: 25 }),
      }),
      { selector: ({ source, term, place, month }) => `${source} ${term} ${place} ${month}`, maxLength: 40 },
    );
    fc.assert(
      fc.property(notes, fc.boolean(), (drawn, isOver) => {
        const all = drawn.map(
          ({ place, ...rest }) => ({ ...rest, ...(place && { schoolId: place }) }) as UnmetNote,
        );
        const last = close(all, isOver);
        const sum = (rows: readonly { times: number }[]) => rows.reduce((n, { times }) => n + times, 0);
        expect(sum(last)).to.be.at.most(sum(all));
        for (const entry of last) expect(entry.times).to.be.at.least(10);
        for (const month of months) {
          const before = close(all.filter((each) => each.month <= month));
          expect(last).to.deep.include.members(before);
        }
        expect(close([...all].reverse(), isOver)).to.deep.equal(last);
      }),
      { numRuns: 60 },
    );
  });
});

describe('A school year', () => {
  it('begins in July', () => {
    expect(['2026-06', '2026-07', '2027-01', '2027-06'].map(schoolYearOf)).to.deep.equal([
      2025, 2026, 2026, 2026,
    ]);
  });
});
