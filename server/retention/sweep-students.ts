import type { Student } from '../../core/students/student.ts';
import { matches } from '../matches/match-collections.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { removeStudent } from '../students/remove-student.ts';
import { type StudentRecord, students } from '../students/student-collection.ts';
import { addSwept, SWEEP_BATCH, type Sweep, type Swept } from './sweep.ts';

/**
 * Students who have been on no roster and whom nobody has changed since `until`, with all that lies elsewhere. One of
 * whom neither is known stays. A roster that names one later brings a new record.
 */
export const sweepStudents: Sweep = async (deps, until) => {
  const before = until.toISOString();
  let sum: Swept = { deleted: 0 };
  for (;;) {
    const found = await model<StudentRecord>(deps.db, students)
      .find(
        {
          $and: [
            { $or: [{ seenAt: { $exists: true } }, { updatedAt: { $exists: true } }] },
            { $or: [{ seenAt: { $exists: false } }, { seenAt: { $lt: before } }] },
            { $or: [{ updatedAt: { $exists: false } }, { updatedAt: { $lt: before } }] },
          ],
        } as object,
        { localId: 1, districtId: 1, seenAt: 1, updatedAt: 1 },
      )
      .sort({ _id: 1 })
      .limit(SWEEP_BATCH)
      .lean<(Stored<Student> & { seenAt?: string; updatedAt?: string })[]>();
    if (found.length === 0) return sum;
    for (const { seenAt, updatedAt, ...student } of found) {
      const removed = await removeStudent(deps, fromStored<Student>(student));
      const last = [seenAt, updatedAt].filter((date) => date !== undefined).sort();
      sum = addSwept(sum, { deleted: removed.students ?? 0, oldest: last.at(-1) });
    }
  }
};

/** Matches of students who are no longer there. */
export const sweepMatches: Sweep = async ({ db }) => {
  const collection = db.collection<{ _id: string; studentId: string }>(matches.name);
  const known = db.collection<{ _id: string }>(students.name);
  let sum: Swept = { deleted: 0 };
  for (let after = ''; ; ) {
    const found = await collection
      .find({ _id: { $gt: after } }, { projection: { studentId: 1 } })
      .sort({ _id: 1 })
      .limit(SWEEP_BATCH)
      .toArray();
    const last = found.at(-1);
    if (!last) return sum;
    after = last._id;
    const asked = [...new Set(found.map(({ studentId }) => studentId))];
    const there = await known.find({ _id: { $in: asked } }, { projection: { _id: 1 } }).toArray();
    const ids = new Set(there.map(({ _id }) => _id));
    const gone = found.filter(({ studentId }) => !ids.has(studentId)).map(({ _id }) => _id);
    if (gone.length > 0)
      sum = addSwept(sum, { deleted: (await collection.deleteMany({ _id: { $in: gone } })).deletedCount });
  }
};
