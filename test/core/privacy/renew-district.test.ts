import { expect } from 'chai';
import fc from 'fast-check';
import { renewDistrict, type ToldSchool } from '../../../core/privacy/renew-district.ts';
import { type Figure, type HeldFigure, renewFigures } from '../../../core/privacy/renew-figures.ts';

const K = 2;

/** How many students of a school have no need, a need of reading, one of phonics (which is reading, too). */
type School = readonly [none: number, reading: number, phonics: number];

const school = fc.tuple(fc.nat(4), fc.nat(4), fc.nat(3)).filter((counts) => sum(counts) >= K);

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

function figuresOf([none, reading, phonics]: School): Figure[] {
  return [
    { id: 'all', students: none + reading + phonics, within: [] },
    { id: 'reading', students: reading + phonics, within: ['all'] },
    { id: 'phonics', students: phonics, within: ['all', 'reading'] },
  ];
}

const size = (counts: School): [string, HeldFigure][] => [['all', { students: sum(counts), told: true }]];

function tell(schools: readonly School[], threshold: number) {
  const told = schools.map(
    (counts): ToldSchool => ({
      students: sum(counts),
      figures: renewFigures(figuresOf(counts), new Map(size(counts)), threshold),
    }),
  );
  const all = addUp(schools);
  return { told, district: renewDistrict(figuresOf(all), told, new Map(size(all)), threshold) };
}

function addUp(schools: readonly School[]): School {
  return schools.reduce(([a, b, c], [d, e, f]) => [a + d, b + e, c + f], [0, 0, 0]);
}

describe('renewDistrict', () => {
  const toldOf = (schools: School[]) =>
    [...tell(schools, 10).district]
      .filter(([, { told }]) => told)
      .map(([id, { students }]) => [id, students]);

  it('tells of all schools what none of them tells by itself', () => {
    expect(
      toldOf([
        [60, 8, 0],
        [70, 9, 0],
      ]),
    ).to.deep.equal([
      ['all', 147],
      ['reading', 17],
    ]);
  });

  it('does not tell what one of them tells: the others would follow', () => {
    expect(
      toldOf([
        [60, 8, 0],
        [70, 30, 0],
      ]),
    ).to.deep.equal([['all', 168]]);
  });

  it('does not tell of a single school by another name, nor a handful', () => {
    expect(toldOf([[60, 8, 3]])).to.deep.equal([['all', 71]]);
    expect(
      toldOf([
        [60, 3, 0],
        [70, 4, 0],
      ]),
    ).to.deep.equal([['all', 137]]);
  });
});

describe('An attacker who tries every table of all schools', () => {
  it('never comes within the threshold of a set or a remainder of fewer than that in one school', () => {
    fc.assert(
      fc.property(fc.array(school, { minLength: 1, maxLength: 3 }), (schools) => {
        const { told, district } = tell(schools, K);
        const worlds = tablesOf(schools.map(sum), (tables) => agrees(tables, told, district));
        expect(worlds.length).to.be.above(0);
        for (const n of schools.keys())
          for (const [name, count] of TARGETS) {
            const values = worlds.map((tables) => count(tables[n]!));
            const [least, most] = [Math.min(...values), Math.max(...values)];
            expect(least >= K || most - least >= K, `${name} of school ${n}: ${least} to ${most}`).to.equal(
              true,
            );
          }
      }),
      { numRuns: 300 },
    );
  });
});

const TARGETS: [string, (counts: School) => number][] = [
  ['no need', ([none]) => none],
  ['reading', ([, reading, phonics]) => reading + phonics],
  ['reading, not phonics', ([, reading]) => reading],
  ['phonics', ([, , phonics]) => phonics],
  ['not phonics', ([none, reading]) => none + reading],
];

function agrees(
  tables: readonly School[],
  told: readonly ToldSchool[],
  district: ReadonlyMap<string, HeldFigure>,
): boolean {
  const fits = (counts: School, known: ReadonlyMap<string, HeldFigure>) =>
    figuresOf(counts).every(
      ({ id, students }) => !known.get(id)?.told || known.get(id)?.students === students,
    );
  return tables.every((counts, n) => fits(counts, told[n]!.figures)) && fits(addUp(tables), district);
}

/** Every table of schools of these sizes that agrees. */
function tablesOf(
  sizes: readonly number[],
  isKept: (tables: School[]) => boolean,
  made: School[] = [],
): School[][] {
  const [students, ...rest] = sizes;
  if (students === undefined) return isKept(made) ? [made] : [];
  const found: School[][] = [];
  for (let reading = 0; reading <= students; reading++)
    for (let phonics = 0; reading + phonics <= students; phonics++)
      found.push(...tablesOf(rest, isKept, [...made, [students - reading - phonics, reading, phonics]]));
  return found;
}
