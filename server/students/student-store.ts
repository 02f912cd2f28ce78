import type { Connection } from 'mongoose';
import type { Student } from '../../core/students/student.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { ON_ROLL } from './on-roll.ts';
import { ONLY_FACTS, students } from './student-collection.ts';

/** The facts of a student, without who it is. */
export async function readStudent(db: Connection, id: string): Promise<Student | null> {
  const found = await model<Student>(db, students).findById(id, ONLY_FACTS).lean<Stored<Student>>();
  return found ? fromStored<Student>(found) : null;
}

/** The facts of all students who are at a school. */
export async function readSchoolStudents(db: Connection, schoolId: string): Promise<Student[]> {
  const found = await model<Student>(db, students)
    .find({ schoolId, ...ON_ROLL }, ONLY_FACTS)
    .lean<Stored<Student>[]>();
  return found.map((student) => fromStored<Student>(student));
}
