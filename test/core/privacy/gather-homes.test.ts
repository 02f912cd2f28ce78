import { expect } from 'chai';
import fc from 'fast-check';
import { cellToLatLng, gridDistance, latLngToCell } from 'h3-js';
import { gatherHomes } from '../../../core/privacy/gather-homes.ts';
import { type HomeCount, studentsOf } from '../../../core/privacy/home-count.ts';
import { homes } from './homes.ts';

/** Cells of about 2.4 km, in a row from west to east. */
const ROW = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => latLngToCell(41.6, -91.5 + n * 0.05, 7));

function at(...counts: number[]): HomeCount[] {
  return counts.map((students, n) => ({ cell: ROW[n]!, students }));
}

describe('gatherHomes', () => {
  it('gives groups of at least the threshold, and leaves nobody out', () => {
    fc.assert(
      fc.property(homes, fc.integer({ min: 2, max: 12 }), (list, threshold) => {
        const groups = gatherHomes(list, threshold);
        for (const { students } of groups) expect(students).to.be.at.least(threshold);
        const all = studentsOf(list);
        expect(studentsOf(groups)).to.equal(all >= threshold ? all : 0);
        expect(new Set(groups.map(({ cell }) => cell)).size).to.equal(groups.length);
      }),
    );
  });

  it('does not depend on the order of the homes', () => {
    fc.assert(
      fc.property(homes, (list) => {
        expect(gatherHomes(list.toReversed(), 10)).to.deep.equal(gatherHomes(list, 10));
      }),
    );
  });

  it('leaves a cell alone that has enough, and joins a small one to its nearest', () => {
    expect(gatherHomes(at(20, 0, 0, 0, 0, 0, 4, 30), 10)).to.have.deep.members([
      { cell: ROW[0], students: 20 },
      { cell: ROW[7], students: 34 },
    ]);
  });

  it('tells of small ones together at their middle, where perhaps nobody lives', () => {
    const [group, ...others] = gatherHomes(
      [
        { cell: ROW[0]!, students: 6 },
        { cell: ROW[4]!, students: 6 },
      ],
      10,
    );
    expect(others).to.deep.equal([]);
    expect(group!.students).to.equal(12);
    expect(gridDistance(group!.cell!, ROW[2]!)).to.be.at.most(1);
  });

  it('knows no group of fewer than the threshold, nor of nobody', () => {
    expect(gatherHomes(at(3, 3, 3), 10)).to.deep.equal([]);
    expect(gatherHomes([], 10)).to.deep.equal([]);
  });

  it('joins few of unknown home to the largest group, and leaves many of them a group of their own', () => {
    const unknown = (students: number) => [...at(12, 20), { cell: null, students }];
    expect(gatherHomes(unknown(4), 10)).to.deep.include({ cell: ROW[1]!, students: 24 });
    expect(gatherHomes(unknown(14), 10)).to.deep.include({ cell: null, students: 14 });
    expect(gatherHomes([{ cell: null, students: 14 }], 10)).to.deep.equal([{ cell: null, students: 14 }]);
  });

  it('finds a middle across the antimeridian', () => {
    const sides = [179.95, -179.95].map((lon) => ({ cell: latLngToCell(-16.5, lon, 7), students: 6 }));
    const [group] = gatherHomes(sides, 10);
    expect(Math.abs(cellToLatLng(group!.cell!)[1])).to.be.above(179.9);
  });
});
