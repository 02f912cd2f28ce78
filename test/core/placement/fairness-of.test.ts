import { expect } from 'chai';
import fc from 'fast-check';
import { fairnessOf } from '../../../core/placement/fairness-of.ts';
import type { PlanRow } from '../../../core/placement/plan.ts';
import { arbitraryRows, placedRow, planRow } from './plan-rows.ts';

const bySchool = (threshold: number) => ({
  by: 'school',
  groupOf: ({ schoolId }: PlanRow) => ({ id: schoolId, label: `School ${schoolId}` }),
  threshold,
});

/** So many students of a school with a place, and so many without. */
function school(schoolId: string, served: number, without: number): PlanRow[] {
  return Array.from({ length: served + without }, (_, at) => {
    const id = `${schoolId}-${at}:reading`;
    return at < served ? placedRow(id, 'library', 0.5, { schoolId }) : planRow({ id, schoolId });
  });
}

describe('fairnessOf', () => {
  it('tells the share served and the mean score of each group, and the gap between them', () => {
    const rows = [...school('b', 30, 10), ...school('a', 10, 10), placedRow('b-0:math', 'club', 0.81)];
    rows.at(-1)!.schoolId = 'b';
    const { rows: told, gap } = fairnessOf(rows, bySchool(10));
    expect(told.map(({ group, label, needs, placed }) => [group, label, needs, placed])).to.deep.equal([
      ['a', 'School a', 20, 10],
      ['b', 'School b', 41, 31],
    ]);
    expect(told[1]!.meanScore).to.be.closeTo(0.51, 1e-12);
    expect(gap).to.be.closeTo(31 / 41 - 0.5, 1e-12);
  });

  it('hides a group of fewer students than the threshold, and one more so that it does not follow', () => {
    const rows = [...school('a', 4, 5), ...school('b', 11, 12), ...school('c', 30, 30)];
    const { rows: told, gap } = fairnessOf(rows, bySchool(10));
    expect(told.map(({ needs, hidden }) => [needs, hidden])).to.deep.equal([
      [null, true],
      [null, true],
      [60, false],
    ]);
    expect(gap).to.equal(null);
  });

  it('never tells that none or all are served: only that they are few or most', () => {
    const rows = [
      ...school('a', 0, 40),
      ...school('b', 40, 3),
      ...school('c', 20, 20),
      ...school('d', 20, 20),
    ];
    const { rows: told } = fairnessOf(rows, bySchool(10));
    expect(told.map(({ needs, share, end }) => [needs, share, end])).to.deep.equal([
      [40, null, 'few'],
      [43, null, 'most'],
      [40, 0.5, null],
      [40, 0.5, null],
    ]);
  });

  it('counts students, not needs', () => {
    const rows = Array.from({ length: 20 }, (_, at) => placedRow(`s${at % 2}:t${at}`, 'library', 0.5));
    expect(fairnessOf(rows, bySchool(10)).rows[0]).to.include({ needs: null, hidden: true });
  });

  it('tells everything where no threshold holds', () => {
    const { rows: told, gap } = fairnessOf([...school('a', 1, 0), ...school('b', 0, 1)], bySchool(1));
    expect(told.map(({ share }) => share)).to.deep.equal([1, 0]);
    expect(gap).to.equal(1);
  });

  it('lets no set of fewer students than the threshold follow from a told figure or from what is left of the sums', () => {
    fc.assert(
      fc.property(arbitraryRows, fc.integer({ min: 2, max: 12 }), (rows, threshold) => {
        const told = fairnessOf(rows, bySchool(threshold)).rows;
        const studentsOf = (groups: string[], isPlaced?: boolean) =>
          new Set(
            rows
              .filter(({ schoolId }) => groups.includes(schoolId))
              .filter(({ state }) => isPlaced === undefined || (state === 'proposed') === isPlaced)
              .map(({ studentId }) => studentId),
          ).size;
        const all = (hides: (row: (typeof told)[number]) => boolean) =>
          told.filter(hides).map(({ group }) => group);
        for (const { group, needs, placed } of told) {
          if (needs !== null) expect(studentsOf([group])).to.be.at.least(threshold);
          if (placed === null) continue;
          expect(studentsOf([group], true)).to.be.at.least(threshold);
          expect(studentsOf([group], false)).to.be.at.least(threshold);
        }
        const uncounted = all(({ needs }) => needs === null);
        const untold = all(({ placed }) => placed === null);
        if (uncounted.length > 0 && uncounted.length < told.length) {
          expect(uncounted.length).to.be.at.least(2);
          expect(studentsOf(uncounted)).to.be.at.least(threshold);
        }
        if (untold.length > 0 && untold.length < told.length) {
          expect(untold.length).to.be.at.least(2);
          expect(studentsOf(untold, true)).to.be.at.least(threshold);
          expect(studentsOf(untold, false)).to.be.at.least(threshold);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says few or most only where as many numbers as the threshold stay possible', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.integer({ min: 2, max: 12 }), (served, without, threshold) => {
        fc.pre(served + without > 0);
        const end = (placed: number) =>
          fairnessOf(school('a', placed, served + without - placed), bySchool(threshold)).rows[0]!;
        const told = end(served);
        if (told.placed !== null || told.needs === null) return;
        const alike = Array.from({ length: served + without + 1 }, (_, placed) => end(placed)).filter(
          (other) => other.placed === null && other.end === told.end,
        );
        expect(alike.length).to.be.at.least(threshold);
      }),
    );
  });
});
