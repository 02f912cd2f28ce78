import { expect } from 'chai';
import { latLngToCell } from 'h3-js';
import { countNeeds } from '../../../core/privacy/count-needs.ts';
import { countStudents, EVERY_SCHOOL, toldNeeds } from '../../../core/privacy/student-counts.ts';
import { taxonomy } from '../matching/world.ts';

const HOME = latLngToCell(41.6, -91.5, 7);

/** So many students of a school, each with these needs. */
function children(schoolId: string, count: number, needs: string[] = [], urgency: 1 | 3 = 1) {
  return Array.from({ length: count }, (_, n) => ({
    id: `${schoolId}-${needs.join()}-${urgency}-${n}`,
    schoolId,
    homeCell: HOME,
    needs: needs.map((term) => ({ term, urgency })),
  }));
}

function count(students: ReturnType<typeof children>, unmet?: Map<string, Set<string>>) {
  return countStudents({
    students,
    schoolIds: ['oak', 'elm', 'new'],
    taxonomy,
    threshold: 10,
    countedOn: '2026-11-02',
    ...(unmet && { unmetByStudent: unmet }),
  });
}

describe('countNeeds', () => {
  it('counts a student once a term, with the terms above, the wider ones first', () => {
    const [both] = children('oak', 1, ['phonics', 'reading']);
    const figures = countNeeds([both!], taxonomy);
    const students = ['academic', 'tutoring', 'reading', 'phonics'].map((term) => `students ${term}`);
    expect(figures.map(({ id, students: n }) => [id, n])).to.deep.equal(students.map((id) => [id, 1]));
    expect(figures.at(-1)!.within).to.have.members(['all', ...students.slice(0, 3)]);
  });

  it('counts the urgent and the unmet within those who need it', () => {
    const [child] = children('oak', 1, ['music'], 3);
    const figures = countNeeds([child!], taxonomy, new Map([[child!.id, new Set(['music'])]]));
    const unmet = figures.find(({ id }) => id === 'unmet music');
    expect(unmet!.within).to.have.members(['all', 'students music', 'students arts', 'unmet arts']);
    expect(figures.map(({ id }) => id)).to.include('urgent arts');
  });

  it('knows nothing of terms that are not in the taxonomy', () => {
    expect(countNeeds(children('oak', 3, ['juggling']), taxonomy)).to.deep.equal([]);
  });
});

describe('countStudents', () => {
  it('leaves a school of few out of everything, and knows the schools without anybody', () => {
    const counts = count([...children('oak', 40, ['music']), ...children('elm', 9, ['music'])]);
    expect(counts.groups).to.deep.equal([{ schoolId: 'oak', cell: HOME, students: 40 }]);
    expect(counts.emptySchools).to.deep.equal(['new']);
    expect(new Set(counts.needs.map(({ schoolId }) => schoolId))).to.deep.equal(
      new Set(['oak', EVERY_SCHOOL]),
    );
  });

  it('tells a need by school where it may, else of all schools', () => {
    const music = (schoolId: string, n: number) => [
      ...children(schoolId, n, ['music']),
      ...children(schoolId, 40),
    ];
    const told = (oak: number, elm: number) => {
      const look = toldNeeds(count([...music('oak', oak), ...music('elm', elm)]));
      return ['oak', 'elm', EVERY_SCHOOL].map((schoolId) => look(schoolId, 'students', 'arts'));
    };
    expect(told(12, 20)).to.deep.equal([12, 20, undefined]);
    expect(told(12, 4)).to.deep.equal([12, undefined, undefined]);
    expect(told(6, 7)).to.deep.equal([undefined, undefined, 13]);
    expect(told(3, 4)).to.deep.equal([undefined, undefined, undefined]);
  });

  it('holds on to last time, but not to what a raised threshold no longer allows', () => {
    const first = count(children('oak', 12));
    const input = { schoolIds: ['oak'], taxonomy, countedOn: '2026-11-09' };
    const again = (n: number, threshold: number) =>
      countStudents({ ...input, students: children('oak', n), threshold }, first).groups;
    expect(again(13, 10)).to.deep.equal(first.groups);
    expect(again(13, 20)).to.deep.equal([]);
    expect(again(25, 20)).to.deep.equal([{ schoolId: 'oak', cell: HOME, students: 25 }]);
  });

  it('coarsens homes that are kept finer than asked for', () => {
    const students = children('oak', 12).map((child) => ({
      ...child,
      homeCell: latLngToCell(41.6, -91.5, 9),
    }));
    const input = { students, schoolIds: [], taxonomy, countedOn: '2026-11-02', threshold: 10 };
    expect(countStudents({ ...input, homeResolution: 7 }).groups).to.deep.equal([
      { schoolId: 'oak', cell: HOME, students: 12 },
    ]);
  });

  it('costs about as much more as there are students more', () => {
    const cells = Array.from({ length: 800 }, (_, n) =>
      latLngToCell(41 + (n % 40) * 0.02, -91 + (n / 40) * 0.03, 7),
    );
    const terms = ['phonics', 'fluency', 'mathematics', 'music'];
    const town = (size: number) =>
      Array.from({ length: size }, (_, n) => ({
        ...children(`school-${(n * 7919) % 60}`, 1, [terms[n % 4]!, terms[(n * 31) % 4]!])[0]!,
        id: `s-${n}`,
        homeCell: cells[(n * n * 17) % 800]!,
      }));
    const fastest = (students: ReturnType<typeof town>) => {
      const times = [1, 2, 3].map(() => {
        const start = performance.now();
        count(students);
        return performance.now() - start;
      });
      return Math.min(...times);
    };
    const small = town(5_000);
    const large = town(20_000);
    expect(fastest(large) / fastest(small)).to.be.below(12);
  });
});
