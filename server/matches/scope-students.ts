import type { Connection } from 'mongoose';
import type { Student } from '../../core/students/student.ts';
import type { Deps } from '../deps.ts';
import { model, type Stored } from '../store/collection.ts';
import { type MatchableStudent, matchable, ONLY_MATCHABLE } from '../students/matchable-student.ts';
import { ON_ROLL } from '../students/on-roll.ts';
import { type StudentRecord, students } from '../students/student-collection.ts';
import { type MatchScope, scopeFilter } from './match-scope.ts';

type Sealed = Pick<Deps, 'db' | 'sealing'>;

const BATCH = 1000;

/** The students of a scope in batches, by id. */
export async function* scopeStudents(
  { db, sealing }: Sealed,
  scope: MatchScope,
): AsyncGenerator<MatchableStudent[]> {
  const cursor = model<StudentRecord>(db, students)
    .find({ ...scopeFilter(scope, '_id'), ...ON_ROLL }, ONLY_MATCHABLE)
    .sort({ _id: 1 })
    .lean<Stored<StudentRecord>[]>()
    .batchSize(BATCH)
    .cursor();
  let batch: MatchableStudent[] = [];
  for await (const student of cursor) {
    batch.push(matchable(sealing, student as unknown as Stored<StudentRecord>));
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** These students, by id; one who has left in the meantime is not among them. */
export async function readStudents(
  { db, sealing }: Sealed,
  ids: readonly string[],
): Promise<MatchableStudent[]> {
  const found = await model<StudentRecord>(db, students)
    .find({ _id: { $in: ids }, ...ON_ROLL }, ONLY_MATCHABLE)
    .sort({ _id: 1 })
    .lean<Stored<StudentRecord>[]>();
  return found.map((student) => matchable(sealing, student));
}

export function countStudents(db: Connection, scope: MatchScope): Promise<number> {
  return model<Student>(db, students).countDocuments({ ...scopeFilter(scope, '_id'), ...ON_ROLL } as object);
}
