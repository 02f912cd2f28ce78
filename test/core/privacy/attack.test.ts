import { expect } from 'chai';
import fc from 'fast-check';
import { computeGaps } from '../../../core/gaps/compute-gaps.ts';
import type { GapParams, GapResult } from '../../../core/gaps/gap.ts';
import { countStudents, type StudentCounts } from '../../../core/privacy/student-counts.ts';
import { type GapWorld, gapWorld } from '../gaps/gap-world.ts';
import { taxonomy } from '../matching/world.ts';
import { type Equation, equationsOf, homesOf, solve } from './solve-homes.ts';

const K = 10;
const TERMS = [['reading'], ['tutoring'], ['phonics'], ['music'], ['phonics', 'music'], ['reading', 'music']];
const MINUTES = [5, 10, 15, 20, 30, 45, 60, 120];

/** Every question about all students, narrow ones before the broader ones that hold them. */
const QUESTIONS: GapParams[] = TERMS.flatMap((terms) =>
  (['walk', 'bus', 'car'] as const).flatMap((mode) =>
    MINUTES.map((minutes) => ({ terms, mode, minutes, demand: 'all' as const })),
  ),
);

const askAll = (world: GapWorld): GapResult[] => QUESTIONS.map((params) => computeGaps({ ...world, params }));

/** A handful is what must not come out: not nobody, and fewer than the threshold. */
function isHandful(students: number): boolean {
  return Math.abs(students) > 1e-6 && Math.abs(students) < K - 1e-6;
}

/** Whether these are homes and nothing else: each counted once or not at all. */
function isSetOfHomes(homes: readonly number[]): boolean {
  return (
    homes.every((times) => Math.abs(times) < 1e-9 || Math.abs(times - 1) < 1e-9) && homes.some((n) => n > 0.5)
  );
}

function expectNoHandful(found: readonly Equation[], how: string): void {
  for (const { homes, students } of found)
    if (isSetOfHomes(homes)) expect(isHandful(students), `${how}: ${students} students`).to.equal(false);
}

describe('An attacker with every answer about all students', () => {
  it('meets no handful by reading, nor by subtracting any answer from another', () => {
    fc.assert(
      fc.property(gapWorld, (world) => {
        const homes = homesOf(world);
        const known = distinct(askAll(world).flatMap((result) => equationsOf(world, homes, result)));
        expectNoHandful(known, 'read');
        for (const one of known)
          expectNoHandful(
            known.map((other) => minus(one, other)),
            'subtracted',
          );
      }),
      { numRuns: 60 },
    );
  });

  it('solves no home to a handful from all answers together', () => {
    fc.assert(
      fc.property(gapWorld, (world) => {
        const homes = homesOf(world);
        const known = distinct(askAll(world).flatMap((result) => equationsOf(world, homes, result)));
        expectNoHandful(solve(known), 'solved');
      }),
      { numRuns: 100 },
    );
  });

  it('meets no handful by any combination of answers', () => {
    fc.assert(
      fc.property(
        gapWorld,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: -3, max: 3 }))),
        (world, recipe) => {
          const homes = homesOf(world);
          const solved = solve(
            distinct(askAll(world).flatMap((result) => equationsOf(world, homes, result))),
          );
          if (solved.length === 0) return;
          const mixed = recipe.reduce<Equation>(
            (sum, [at, times]) => minus(sum, scaled(solved[at % solved.length]!, -times)),
            { homes: homes.map(() => 0), students: 0 },
          );
          expectNoHandful([mixed], 'combined');
        },
      ),
      { numRuns: 100 },
    );
  });

  it('sees each figure of a row grow by nothing or by the threshold when the question grows', () => {
    fc.assert(
      fc.property(gapWorld, (world) => {
        const results = askAll(world);
        for (const [n, narrow] of results.entries())
          for (const broad of results.slice(n + 1).filter(({ params }) => holds(params, narrow.params)))
            for (const [row, other] of pairs(narrow, broad)) {
              if (row.covered === null || other.covered === null) continue;
              expect(isHandful(other.covered - row.covered), `${row.id}`).to.equal(false);
            }
      }),
      { numRuns: 60 },
    );
  });

  it('never reads none or all, and no count of a handful, of any need either', () => {
    fc.assert(
      fc.property(gapWorld, fc.constantFrom('need' as const, 'all' as const), (world, demand) => {
        for (const [term] of TERMS) {
          const params = { terms: [term!], mode: 'bus' as const, minutes: 15, demand };
          const { bySchool, byCell, total } = computeGaps({ ...world, params });
          for (const row of [...bySchool, ...byCell, total]) {
            if (!row.students) continue;
            expect(row.students).to.be.at.least(K);
            if (row.covered !== null)
              expect([row.covered, row.students - row.covered].some((n) => n < K)).to.equal(false);
            if (row.unmet !== null && row.id !== 'total') expect(row.unmet).to.be.at.least(K);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** Some students more, some fewer, some moved, some with another need. */
const change = fc.record({
  gone: fc.array(fc.nat(), { maxLength: 3 }),
  come: fc.array(fc.nat(), { maxLength: 3 }),
  another: fc.array(fc.tuple(fc.nat(), fc.constantFrom('reading', 'phonics', 'music')), { maxLength: 3 }),
});

describe('An attacker who comes back week after week', () => {
  it('sees every figure stay or change by the threshold, whoever has come, gone or changed', () => {
    fc.assert(
      fc.property(gapWorld, fc.array(change, { minLength: 1, maxLength: 6 }), (world, weeks) => {
        let { students, counts } = world;
        for (const { gone, come, another } of weeks) {
          const [n, last] = [Math.max(1, students.length), counts];
          const newcomers = come.flatMap((at, i) =>
            students
              .slice(at % n, (at % n) + 1)
              .map((like) => ({ ...like, id: `${last.needs.length}-${i}-${like.id}` })),
          );
          students = students.filter((_, i) => !gone.some((at) => at % n === i));
          students = [...students, ...newcomers].map((student, i) => {
            const [, term] = another.find(([at]) => at % n === i) ?? [];
            return term ? { ...student, needs: [{ term, urgency: 3 }] } : student;
          });
          counts = countAgain(students, world, last);
          for (const [figure, [before, after]] of compared(last, counts))
            expect(isHandful(after - before), `${figure}: ${before} to ${after}`).to.equal(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('finds the same as before when nobody, or one student, has come or gone', () => {
    fc.assert(
      fc.property(gapWorld, fc.nat(), (world, at) => {
        const { students, counts } = world;
        const without = students.filter((_, n) => n !== at % Math.max(1, students.length));
        const withOne = [...students, ...students.slice(0, 1).map((like) => ({ ...like, id: 'one-more' }))];
        for (const now of [students, without, withOne]) {
          const again = countAgain(now, world, counts);
          // A group of fewer than the threshold that becomes one of that many is told from then on.
          const isNew = again.groups.length !== counts.groups.length;
          if (!isNew) expect(again.groups).to.deep.equal(counts.groups);
          const told = (all: StudentCounts) => all.needs.filter((figure) => figure.told).length;
          if (!isNew && told(again) === told(counts))
            expect(again.needs.filter((figure) => figure.told)).to.deep.equal(
              counts.needs.filter((figure) => figure.told),
            );
        }
      }),
    );
  });
});

function countAgain(
  students: GapWorld['students'],
  { schools }: GapWorld,
  last: StudentCounts,
): StudentCounts {
  const schoolIds = schools.map(({ id }) => id);
  return countStudents({ students, schoolIds, taxonomy, threshold: K, countedOn: '2026-11-09' }, last);
}

/** Figures that are told before and after, by what they are about. */
function compared(last: StudentCounts, next: StudentCounts): [string, [number, number]][] {
  const figures = ({ groups, needs }: StudentCounts) => {
    const sums = new Map<string, number>();
    for (const { schoolId, cell, students } of groups)
      for (const key of [schoolId, `cell ${cell}`, `${schoolId} ${cell}`, 'all'])
        sums.set(key, (sums.get(key) ?? 0) + students);
    for (const { schoolId, id, students, told } of needs) if (told) sums.set(`${schoolId} ${id}`, students);
    return sums;
  };
  const after = figures(next);
  return [...figures(last)].flatMap(([key, before]) => {
    const now = after.get(key);
    return now === undefined ? [] : [[key, [before, now]] as [string, [number, number]]];
  });
}

function holds(broad: GapParams, narrow: GapParams): boolean {
  return (
    broad.mode === narrow.mode &&
    broad.minutes >= narrow.minutes &&
    narrow.terms.every((term) => taxonomy.lineage(term).some((above) => broad.terms.includes(above)))
  );
}

function pairs(a: GapResult, b: GapResult) {
  const others = new Map([...b.bySchool, ...b.byCell, b.total].map((row) => [row.id, row]));
  return [...a.bySchool, ...a.byCell, a.total].map((row) => [row, others.get(row.id)!] as const);
}

function distinct(equations: readonly Equation[]): Equation[] {
  return [...new Map(equations.map((equation) => [equation.homes.join(), equation])).values()];
}

function minus(a: Equation, b: Equation): Equation {
  return { homes: a.homes.map((n, at) => n - b.homes[at]!), students: a.students - b.students };
}

function scaled({ homes, students }: Equation, by: number): Equation {
  return { homes: homes.map((n) => n * by), students: students * by };
}
