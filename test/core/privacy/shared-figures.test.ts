import { expect } from 'chai';
import fc from 'fast-check';
import { bandOf } from '../../../core/privacy/band.ts';
import {
  type PlacedStudent,
  type SharedFigure,
  type SharedInput,
  sharedFigures,
} from '../../../core/privacy/shared-figures.ts';
import { countStudents } from '../../../core/privacy/student-counts.ts';
import { taxonomy } from '../matching/world.ts';

const K = 10;

/** So many students at both services, and so many more at each alone and nowhere. */
function town(both: number, onlyA = K, onlyB = K, nowhere = K): SharedInput {
  const students = Array.from({ length: both + onlyA + onlyB + nowhere }, (_, n) => ({
    id: `s-${n}`,
    schoolId: 'school',
    needs: ['reading', 'music'].map((term) => ({ term, urgency: 2 as const })),
  }));
  const at = (serviceId: string, term: string, from: number, to: number): PlacedStudent[] =>
    students.slice(from, to).map(({ id }) => ({ studentId: id, term, serviceId, roof: 'roof' }));
  const placed = [
    ...at('b', 'music', 0, both),
    ...at('a', 'reading', 0, both + onlyA),
    ...at('b', 'music', both + onlyA, both + onlyA + onlyB),
  ];
  return { placed, students, taxonomy, threshold: K };
}

const told = (input: SharedInput, held: SharedFigure[] = []) =>
  sharedFigures(input, held).filter((figure) => figure.told);

describe('Students that two services share', () => {
  it('are told from the threshold on, of pairs under one roof', () => {
    expect(told(town(12))).to.deep.equal([{ roof: 'roof', services: ['a', 'b'], students: 12, told: true }]);
    expect(told(town(9))).to.deep.equal([]);
    const apart = town(12);
    const placed = apart.placed.map((one) => ({ ...one, roof: one.serviceId }));
    expect(sharedFigures({ ...apart, placed }, [])).to.deep.equal([]);
  });

  it('are not told where a handful would be left of who is at one of them, or of who needs it and has a match', () => {
    expect(told(town(12, 9))).to.deep.equal([]);
    expect(told(town(12, K, 9))).to.deep.equal([]);
    const needing = town(12, K, K, 0);
    const few = needing.students.map((student, n) => ({
      ...student,
      needs: student.needs.filter(({ term }) => n < 21 || term !== 'music'),
    }));
    expect(told({ ...needing, students: few })).to.deep.equal([]);
    const unmetByStudent = new Map(
      needing.students.slice(12).map(({ id }) => [id, new Set(['reading'])] as const),
    );
    expect(told({ ...needing, unmetByStudent })).to.deep.equal([]);
  });

  it('stay as they were counted, told or not, until they are off by the threshold', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 12 }), (weeks) => {
        let held: SharedFigure[] = [];
        for (const both of weeks) {
          const next = sharedFigures(town(both, 80, 80), held);
          const [before, after] = [held[0]?.students ?? 0, next[0]?.students ?? 0];
          if (held.length > 0 && next.length > 0 && after !== before)
            expect(Math.abs(after - before)).to.be.at.least(K);
          for (const { students, told: isTold } of next)
            expect(isTold, `${students}`).to.equal(students >= K);
          held = next;
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are in bands wide enough that no figure can be read from them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 50 }), fc.nat({ max: 500 }), (threshold, more) => {
        const { studentsFrom, studentsTo } = bandOf(threshold + more, threshold);
        expect(threshold + more).to.be.within(studentsFrom, studentsTo ?? Number.POSITIVE_INFINITY);
        expect((studentsTo ?? Number.POSITIVE_INFINITY) - studentsFrom + 1).to.be.at.least(threshold);
      }),
    );
    expect([9, 10, 19, 20, 49, 50].map((n) => bandOf(n, 10).studentsFrom)).to.deep.equal([
      10, 10, 10, 20, 20, 50,
    ]);
  });

  it('leave out the students of a school that is told of in no figure', () => {
    const { placed, students } = town(12);
    const small = students.map((student, n) => ({ ...student, schoolId: n < 4 ? 'small' : 'school' }));
    const counted = (of: SharedInput['students']) =>
      countStudents({ students: of, placed, schoolIds: [], taxonomy, threshold: K, countedOn: '2026-11-02' });
    expect(counted(students).shared?.[0]).to.include({ students: 12, told: true });
    expect(counted(small).shared?.[0]).to.include({ students: 8, told: false });
  });

  it('are never fewer than the threshold, nor leave fewer of a service, whatever the places', () => {
    const place = fc.record({
      studentId: fc.integer({ min: 0, max: 39 }).map((n) => `s-${n}`),
      serviceId: fc.constantFrom('a', 'b', 'c'),
      term: fc.constantFrom('reading', 'music'),
      roof: fc.constant('roof'),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 60, maxLength: 120 }), (placed) => {
        const input = { ...town(0, 0, 0, 40), placed };
        const at = (id: string) =>
          new Set(placed.filter(({ serviceId }) => serviceId === id).map(({ studentId }) => studentId));
        for (const { services, students } of told(input)) {
          const [one, other] = services.map(at) as [Set<string>, Set<string>];
          const both = [...one].filter((id) => other.has(id)).length;
          expect(both).to.equal(students);
          expect(Math.min(both, one.size - both, other.size - both)).to.be.at.least(K);
        }
      }),
    );
  });
});
