import type { Connection } from 'mongoose';
import type { Student } from '../../core/students/student.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { ON_ROLL } from '../students/on-roll.ts';
import { students } from '../students/student-collection.ts';

/** What of a student is asked again each time: where the student is now, and whether a need is still there. */
export type CurrentStudent = Pick<Student, 'id' | 'schoolId' | 'districtId' | 'needs'>;

/** Ids of one question. */
const ASKED_AT_ONCE = 10_000;

/** Those of these students who are at their schools, by id. */
export async function readCurrentStudents(
  db: Connection,
  ids: readonly string[],
): Promise<Map<string, CurrentStudent>> {
  const found = new Map<string, CurrentStudent>();
  for (let at = 0; at < ids.length; at += ASKED_AT_ONCE) {
    const some = await model<CurrentStudent>(db, students)
      .find(
        { _id: { $in: ids.slice(at, at + ASKED_AT_ONCE) }, ...ON_ROLL },
        { schoolId: 1, districtId: 1, 'needs.term': 1 },
      )
      .batchSize(ASKED_AT_ONCE)
      .lean<Stored<CurrentStudent>[]>();
    for (const student of some) found.set(student._id, fromStored<CurrentStudent>(student));
  }
  return found;
}
