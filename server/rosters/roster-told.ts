import type { ReadStudent } from '../../core/imports/read-student.ts';
import type { Sealing } from '../sealing/sealing.ts';
import type { RosterMarks } from '../students/roster-marks.ts';

/** A part of a student that rosters tell. */
export type RosterTold = keyof RosterMarks;

/** The parts in a fixed order. */
export function toldOf(marks: RosterMarks): RosterTold[] {
  return (Object.keys(marks) as RosterTold[]).sort();
}

/** What a roster says, as it is remembered. */
export function marksOf(sealing: Sealing, read: ReadStudent, told: ReadonlySet<RosterTold>): RosterMarks {
  const { schoolId, grade, localId, languages = [], identity = {} } = read;
  const hashed = (part: 'name' | 'birthDate') =>
    sealing.keyedHash(JSON.stringify([localId, part, identity[part] ?? null]), 'student roster').slice(0, 22);
  return {
    ...(told.has('schoolId') && schoolId !== undefined && { schoolId }),
    ...(told.has('grade') && { grade: String(grade) }),
    ...(told.has('localId') && { localId }),
    ...(told.has('languages') && { languages: languages.join() }),
    ...(told.has('name') && { name: hashed('name') }),
    ...(told.has('birthDate') && { birthDate: hashed('birthDate') }),
  };
}
