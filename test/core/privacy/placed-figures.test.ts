import { expect } from 'chai';
import fc from 'fast-check';
import { type PlacedFigure, placedFigures } from '../../../core/privacy/placed-figures.ts';

const K = 10;

/** A school of so many students, of whom so many have a place (two, even). */
function school(students: number, withPlace: number) {
  const all = Array.from({ length: students }, (_, n) => ({ id: `s-${n}`, schoolId: 'school' }));
  const placed = all.slice(0, withPlace).flatMap(({ id }) => [{ studentId: id }, { studentId: id }]);
  return { groups: [{ schoolId: 'school', cell: null, students }], students: all, placed, threshold: K };
}

describe('Students who have a place', () => {
  it('are counted once each and told from the threshold on, with as many left who have none', () => {
    expect(placedFigures(school(40, 12), [])).to.deep.equal([
      { schoolId: 'school', students: 12, told: true },
    ]);
    expect(placedFigures(school(40, 9), [])[0]).to.include({ told: false });
    expect(placedFigures(school(40, 31), [])[0]).to.include({ told: false });
    expect(placedFigures(school(40, 0), [])).to.deep.equal([]);
  });

  it('of a school that is not told of are in no figure', () => {
    expect(placedFigures({ ...school(40, 12), groups: [] }, [])).to.deep.equal([]);
  });

  it('stay as they were told until they are off by the threshold, so no handful shows by its coming or going', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 12 }), (counts) => {
        let held: PlacedFigure[] = [];
        for (const count of counts) {
          const before = held[0];
          held = placedFigures(school(40, count), held);
          if (before && Math.abs(before.students - count) < K)
            expect(held[0]?.students).to.equal(before.students);
        }
      }),
    );
  });
});
