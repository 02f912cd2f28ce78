import { expect } from 'chai';
import fc from 'fast-check';
import { computeGaps, hideSmallNumbers } from '../../../core/gaps/compute-gaps.ts';
import { GapResult, type GapRow } from '../../../core/gaps/gap.ts';
import type { OpenGapResult, OpenGapRow } from '../../../core/gaps/open-gap.ts';
import { gapWorld } from './gap-world.ts';

function row(id: string, students: number, covered: number, unmetStudents = 0): OpenGapRow {
  return {
    id,
    students,
    covered,
    share: students > 0 ? covered / students : null,
    unmet: unmetStudents,
    unmetStudents,
    nearestMinutes: 12,
    nearestOfferId: 'offer-1',
    hidden: false,
  };
}

function resultOf(bySchool: OpenGapRow[], byCell: OpenGapRow[] = []): OpenGapResult {
  const sum = (figure: 'students' | 'covered' | 'unmetStudents') =>
    bySchool.reduce((total, each) => total + each[figure], 0);
  const total = row('total', sum('students'), sum('covered'), sum('unmetStudents'));
  return {
    params: { terms: ['reading'], minutes: 30, mode: 'bus', demand: 'all' },
    total,
    bySchool,
    byCell,
    offers: 1,
  };
}

describe('hideSmallNumbers', () => {
  it('keeps the name and the nearest offer of a school with too few students, and no figure', () => {
    const result = resultOf([{ ...row('a', 4, 4), name: 'East' }, row('b', 20, 20), row('c', 30, 30)]);
    const { bySchool, total } = hideSmallNumbers(result);
    expect(bySchool[0]).to.deep.equal({
      id: 'a',
      name: 'East',
      students: null,
      covered: null,
      share: null,
      unmet: null,
      nearestMinutes: 12,
      nearestOfferId: 'offer-1',
      hidden: true,
    });
    expect(bySchool.map(({ hidden }) => hidden)).to.deep.equal([true, true, false]);
    expect(total).to.deep.include({ students: 54, covered: 54, share: 1, hidden: false });
  });

  it('drops a cell with too few students, and the one that would give it away', () => {
    const cells = [row('8a', 3, 3), row('8b', 11, 11), row('8c', 40, 40)];
    const { byCell } = hideSmallNumbers(resultOf([row('a', 54, 54)], cells));
    expect(byCell.map(({ id }) => id)).to.deep.equal(['8c']);
  });

  it('hides how many are covered where few are, or few are not, and keeps how many students there are', () => {
    const { bySchool } = hideSmallNumbers(
      resultOf([row('a', 100, 97), row('b', 100, 50), row('c', 200, 90)]),
    );
    expect(bySchool.map(({ students, covered, share }) => [students, covered, share])).to.deep.equal([
      [100, null, null],
      [100, null, null],
      [200, 90, 0.45],
    ]);
  });

  it('shows none and all of a group that is large enough', () => {
    const { bySchool } = hideSmallNumbers(resultOf([row('a', 10, 0), row('b', 10, 10)]));
    expect(bySchool.map(({ share }) => share)).to.deep.equal([0, 1]);
  });

  it('goes by the students behind unmet needs, not by the needs', () => {
    const many = { ...row('a', 40, 40, 4), unmet: 12 };
    const { bySchool, total } = hideSmallNumbers({ ...resultOf([many]), total: { ...many, id: 'total' } });
    expect(bySchool[0]).to.deep.include({ students: 40, unmet: null, hidden: true });
    expect(total).to.deep.include({ unmet: null, hidden: true });
  });

  it('keeps no figure of a row whose students are hidden for the sake of another', () => {
    const { bySchool } = hideSmallNumbers(
      resultOf([row('a', 7, 7, 7), row('b', 12, 12, 12), row('c', 503, 3, 3)]),
    );
    expect(bySchool[1]).to.deep.include({
      students: null,
      covered: null,
      share: null,
      unmet: null,
      hidden: true,
    });
    expect(bySchool[2]).to.deep.include({ students: 503, covered: null, unmet: null, hidden: true });
  });

  it('hides everything of a district with too few students', () => {
    const { total, bySchool, byCell } = hideSmallNumbers(
      resultOf([row('a', 5, 2), row('b', 0, 0)], [row('8a', 5, 2)]),
    );
    expect(total).to.deep.include({ students: null, covered: null, share: null, unmet: null, hidden: true });
    expect(bySchool[0]!.students).to.equal(null);
    expect(bySchool[1]).to.deep.include({ students: 0, hidden: false });
    expect(byCell).to.deep.equal([]);
  });

  it('hides the total of a share that is small', () => {
    const { total, bySchool } = hideSmallNumbers(resultOf([row('a', 60, 3), row('b', 50, 0)]));
    expect(total).to.deep.include({ students: 110, covered: null, share: null, hidden: true });
    expect(bySchool.map(({ covered }) => covered)).to.deep.equal([null, 0]);
  });

  it('does not call a row hidden because there has been no matching', () => {
    const { bySchool } = hideSmallNumbers(resultOf([{ ...row('a', 40, 40, 0), unmet: null }]));
    expect(bySchool[0]).to.deep.include({ unmet: null, hidden: false });
  });

  it('withstands subtraction, by school and by cell', () => {
    fc.assert(
      fc.property(gapWorld, (world) => {
        const open = computeGaps(world);
        const closed = GapResult.strict().parse(hideSmallNumbers(open));
        attack(closed, open, closed.bySchool, open.bySchool);
        attack(closed, open, closed.byCell, open.byCell);
        for (const { students } of closed.byCell) expect(students).to.be.at.least(10);
      }),
      { numRuns: 1000 },
    );
  });

  it('tells the same of the same, and leaves what it is given alone', () => {
    fc.assert(
      fc.property(gapWorld, (world) => {
        const open = computeGaps(world);
        const before = structuredClone(open);
        expect(hideSmallNumbers(open)).to.deep.equal(hideSmallNumbers(structuredClone(open)));
        expect(open).to.deep.equal(before);
      }),
      { numRuns: 50 },
    );
  });
});

/** Reads all that is shown, subtracts it from the total, and looks whether a small group comes out. */
function attack(
  closed: GapResult,
  open: OpenGapResult,
  shown: readonly GapRow[],
  all: readonly OpenGapRow[],
): void {
  const behind: Record<string, (row: OpenGapRow) => number[]> = {
    students: ({ students }) => [students],
    covered: ({ students, covered }) => [covered, students - covered],
    unmet: ({ students, unmetStudents }) => [unmetStudents, students - unmetStudents],
  };
  for (const [figure, partsOf] of Object.entries(behind)) {
    const isShown = (row: GapRow | undefined) =>
      row && row[figure as 'students' | 'covered' | 'unmet'] !== null;
    const rows = all.filter((row) => isShown(shown.find(({ id }) => id === row.id)));
    for (const row of rows) expectNotSmall(partsOf(row), `${figure} of ${row.id}`);
    if (!isShown(closed.total)) continue;
    const left = partsOf(open.total).map((count, part) =>
      rows.reduce((rest, row) => rest - partsOf(row)[part]!, count),
    );
    expectNotSmall(partsOf(open.total), `${figure} of the total`);
    expectNotSmall(left, `${figure} of what is not shown`);
    const missing = all.filter((row) => row.students > 0 && !rows.includes(row));
    if (missing.length === 1) {
      const inRows = all.reduce((sum, row) => sum + row.students, 0);
      expect(inRows, `the only hidden row ${missing[0]!.id}`).to.be.below(open.total.students);
    }
  }
}

function expectNotSmall(counts: readonly number[], what: string): void {
  for (const count of counts) expect(count === 0 || count >= 10, `${what}: ${count}`).to.equal(true);
}
