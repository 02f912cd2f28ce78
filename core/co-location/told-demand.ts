import type { StudentCounts } from '../privacy/student-counts.ts';
import { EVERY_SCHOOL } from '../privacy/student-counts.ts';
import type { TermDemand } from './neighbourhood.ts';

const STUDENTS = 'students ';

/** What each school may tell of how many students need what. */
export function toldDemand({ needs }: Pick<StudentCounts, 'needs'>): Map<string, TermDemand[]> {
  const demand = new Map<string, TermDemand[]>();
  for (const { schoolId, id, students, told } of needs) {
    if (!told || schoolId === EVERY_SCHOOL || !id.startsWith(STUDENTS)) continue;
    const list = demand.get(schoolId) ?? [];
    demand.set(schoolId, list);
    list.push({ term: id.slice(STUDENTS.length), students });
  }
  return demand;
}
