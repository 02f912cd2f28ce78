import type { Connection } from 'mongoose';
import type { CountedStudent } from '../../core/privacy/count-needs.ts';
import type { SchoolSize } from '../../core/privacy/is-count-due.ts';
import type { Student } from '../../core/students/student.ts';
import { type MatchRecord, matches } from '../matches/match-collections.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { ON_ROLL } from '../students/on-roll.ts';
import { students } from '../students/student-collection.ts';

/** Only what is counted: which school, where, what is needed. */
export async function readCountedStudents(db: Connection): Promise<CountedStudent[]> {
  const found = await model<Student>(db, students)
    .find(ON_ROLL, { schoolId: 1, homeCell: 1, 'needs.term': 1, 'needs.urgency': 1 })
    .sort({ _id: 1 })
    .lean<Stored<CountedStudent>[]>();
  return found.map((student) => fromStored<CountedStudent>(student));
}

export async function readSchoolSizes(db: Connection): Promise<SchoolSize[]> {
  const found = await model<Student>(db, students).aggregate<{ _id: string; students: number }>([
    { $match: ON_ROLL },
    { $group: { _id: '$schoolId', students: { $sum: 1 } } },
    { $sort: { _id: 1 } },
  ]);
  return found.map(({ _id, students: count }) => ({ schoolId: _id, students: count }));
}

export async function hasMatches(db: Connection): Promise<boolean> {
  return (await model<MatchRecord>(db, matches).exists({ current: true })) !== null;
}

/** Terms of needs for which the newest matching found nothing, by student. */
export async function readUnmet(db: Connection): Promise<Map<string, Set<string>>> {
  const found = await model<MatchRecord>(db, matches)
    .find({ current: true, wishes: { $elemMatch: { kind: 'need', found: 0 } } }, { studentId: 1, wishes: 1 })
    .lean<{ studentId: string; wishes: MatchRecord['wishes'] }[]>();
  return new Map(
    found.map(({ studentId, wishes }) => [
      studentId,
      new Set(
        wishes.filter(({ kind, found: count }) => kind === 'need' && count === 0).map(({ term }) => term),
      ),
    ]),
  );
}
