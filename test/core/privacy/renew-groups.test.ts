import { expect } from 'chai';
import fc from 'fast-check';
import { latLngToCell } from 'h3-js';
import { type Group, type HomeCount, studentsOf } from '../../../core/privacy/home-count.ts';
import { renewGroups } from '../../../core/privacy/renew-groups.ts';
import { homes } from './homes.ts';

const [EAST, WEST] = [latLngToCell(41.6, -91.5, 7), latLngToCell(41.6, -91.9, 7)];

const town = fc
  .tuple(homes, homes, homes)
  .map((lists) => new Map(lists.map((list, n): [string, HomeCount[]] => [`school-${n}`, list])));

function school(east: number, west: number): Map<string, HomeCount[]> {
  const counts = [
    { cell: EAST, students: east },
    { cell: WEST, students: west },
  ];
  return new Map([['oak', counts]]);
}

const sizes = (groups: readonly Group[]) =>
  groups.map(({ cell, students }) => [cell === EAST ? 'east' : 'west', students]);

describe('renewGroups', () => {
  it('counts for the first time as gathered', () => {
    expect(sizes(renewGroups([], school(20, 30), 10))).to.have.deep.members([
      ['east', 20],
      ['west', 30],
    ]);
  });

  it('stays where a handful has come or gone, and follows once it is off by the threshold', () => {
    const first = renewGroups([], school(20, 30), 10);
    for (const [east, west] of [
      [21, 30],
      [20, 29],
      [29, 21],
      [11, 39],
    ] as const)
      expect(renewGroups(first, school(east, west), 10)).to.deep.equal(first);
    expect(sizes(renewGroups(first, school(30, 30), 10))).to.deep.include(['east', 30]);
  });

  it('takes out a group of which almost nobody is left', () => {
    const first = renewGroups([], school(12, 60), 10);
    expect(sizes(renewGroups(first, school(2, 60), 10))).to.deep.equal([['west', 60]]);
    expect(renewGroups(first, new Map(), 10)).to.deep.equal([]);
  });

  it('gathers a school anew that has changed much', () => {
    const first = renewGroups([], new Map([['oak', [{ cell: EAST, students: 40 }]]]), 10);
    expect(sizes(renewGroups(first, school(40, 15), 10))).to.have.deep.members([
      ['east', 40],
      ['west', 15],
    ]);
  });

  it('waits with a step whose difference in all would be a handful', () => {
    const counts = (oak: number, elm: number) =>
      new Map([
        ['oak', [{ cell: EAST, students: oak }]],
        ['elm', [{ cell: WEST, students: elm }]],
      ]);
    const first = renewGroups([], counts(40, 40), 10);
    const next = renewGroups(first, counts(29, 52), 10);
    expect(studentsOf(next), 'elm grows by 12, oak shrinks by 11').to.be.oneOf([69, 92]);
  });

  it('changes every group, school, cell and the whole by nothing or by the threshold, however towns change', () => {
    fc.assert(
      fc.property(
        fc.array(town, { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 5, max: 12 }),
        (towns, k) => {
          let last: Group[] = [];
          for (const now of towns) {
            const next = renewGroups(last, now, k);
            for (const { students } of next) expect(students).to.be.at.least(k);
            const marks: ((group: Group) => string)[] = [
              ({ schoolId, cell }) => `${schoolId} ${cell}`,
              ({ schoolId }) => schoolId,
              ({ cell }) => `${cell}`,
              () => 'all',
            ];
            for (const mark of marks)
              for (const key of new Set([...last, ...next].map(mark))) {
                const of = (groups: Group[]) => studentsOf(groups.filter((group) => mark(group) === key));
                const change = Math.abs(of(next) - of(last));
                expect(change === 0 || change >= k, `${key}: ${of(last)} to ${of(next)}`).to.equal(true);
              }
            last = next;
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is never off by the threshold in a group whose school keeps its groups', () => {
    const first = renewGroups([], school(40, 60), 10);
    fc.assert(
      fc.property(fc.integer({ min: 31, max: 49 }), fc.integer({ min: 51, max: 69 }), (east, west) => {
        for (const { cell, students } of renewGroups(first, school(east, west), 10))
          expect(Math.abs(students - (cell === EAST ? east : west))).to.be.below(10);
      }),
    );
  });
});
