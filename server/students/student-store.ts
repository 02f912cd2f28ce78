import type { Connection } from 'mongoose';
import type { Student } from '../../core/students/student.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { ONLY_FACTS, students } from './student-collection.ts';

export interface StudentSearch {
  schoolIds: readonly string[];
  /** A part of the district's student number. */
  localId?: string | undefined;
  skip: number;
  limit: number;
}

export type StudentChange = {
  [K in 'needs' | 'interests' | 'freeTimes' | 'travelModes' | 'languages']?: Student[K] | undefined;
};

export async function readStudent(db: Connection, id: string): Promise<Student | null> {
  const found = await model<Student>(db, students).findById(id, ONLY_FACTS).lean<Stored<Student>>();
  return found ? fromStored<Student>(found) : null;
}

/** One page of the students of some schools by their number, and how many there are. */
export async function findStudents(
  db: Connection,
  search: StudentSearch,
): Promise<{ items: Student[]; total: number }> {
  const filter = {
    schoolId: { $in: search.schoolIds },
    ...(search.localId && { localId: { $regex: escaped(search.localId), $options: 'i' } }),
  };
  const collection = model<Student>(db, students);
  const [found, total] = await Promise.all([
    collection
      .find(filter as object, ONLY_FACTS)
      .sort({ localId: 1, _id: 1 })
      .skip(search.skip)
      .limit(search.limit)
      .lean<Stored<Student>[]>(),
    collection.countDocuments(filter as object),
  ]);
  return { items: found.map((student) => fromStored<Student>(student)), total };
}

/** Changes what is given and leaves the rest; of two at the same time the later one stays. */
export async function changeStudent(
  db: Connection,
  id: string,
  change: StudentChange,
  at: Date,
): Promise<Student | null> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const set = { ...given, updatedAt: at.toISOString() };
  const found = await model<Student>(db, students)
    .findOneAndUpdate({ _id: id }, { $set: set } as object, {
      returnDocument: 'after',
      projection: ONLY_FACTS,
    })
    .lean<Stored<Student>>();
  return found ? fromStored<Student>(found) : null;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
