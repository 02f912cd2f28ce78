import type { Connection } from 'mongoose';
import type { Student } from '../../core/students/student.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { ONLY_FACTS, students } from '../students/student-collection.ts';
import { type MatchScope, scopeFilter } from './match-scope.ts';

const BATCH = 1000;

/** The students of a scope in batches, by id. */
export async function* scopeStudents(db: Connection, scope: MatchScope): AsyncGenerator<Student[]> {
  const cursor = model<Student>(db, students)
    .find(scopeFilter(scope, '_id'), ONLY_FACTS)
    .sort({ _id: 1 })
    .lean<Stored<Student>[]>()
    .batchSize(BATCH)
    .cursor();
  let batch: Student[] = [];
  for await (const student of cursor) {
    batch.push(fromStored<Student>(student as unknown as Stored<Student>));
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** These students, by id; one who has left in the meantime is not among them. */
export async function readStudents(db: Connection, ids: readonly string[]): Promise<Student[]> {
  const found = await model<Student>(db, students)
    .find({ _id: { $in: ids } }, ONLY_FACTS)
    .sort({ _id: 1 })
    .lean<Stored<Student>[]>();
  return found.map((student) => fromStored<Student>(student));
}

export function countStudents(db: Connection, scope: MatchScope): Promise<number> {
  return model<Student>(db, students).countDocuments(scopeFilter(scope, '_id'));
}
