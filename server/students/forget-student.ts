import type { Student } from '../../core/students/student.ts';
import type { Deps } from '../deps.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { rememberForgotten } from './forgotten-store.ts';
import { type Removed, removeStudent } from './remove-student.ts';
import { ONLY_FACTS, students } from './student-collection.ts';

/**
 * Forgets a student for good: the number goes on the list first, so that no import brings the student back, then
 * everything else goes. Broken off, it can be done again; done again, it changes nothing.
 */
export async function forgetStudent(
  deps: Pick<Deps, 'db' | 'sealing' | 'queues'>,
  student: Student,
  at: Date,
): Promise<Removed> {
  const removed: Removed = {};
  for (const twin of await recordsOf(deps.db, student)) {
    await rememberForgotten(deps, twin, at);
    for (const [kind, count] of Object.entries(await removeStudent(deps, twin)))
      removed[kind] = (removed[kind] ?? 0) + count;
  }
  return removed;
}

/** All records with the district's number of this student: another source may have brought one more. */
async function recordsOf(db: Deps['db'], { id, districtId, localId }: Student): Promise<Student[]> {
  const found = await model<Student>(db, students)
    .find({ $or: [{ _id: id }, { districtId, localId }] }, ONLY_FACTS)
    .lean<Stored<Student>[]>();
  return found.map((student) => fromStored<Student>(student));
}
