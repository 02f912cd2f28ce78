import { z } from 'zod';
import { School } from '../../core/schools/school.ts';
import { Interest, Need, Student } from '../../core/students/student.ts';
import { StudentIdentity, StudentName } from '../../core/students/student-identity.ts';

/** Who stands over a page about one student. */
export const StudentHeading = z.object({
  id: z.string(),
  schoolId: z.string(),
  /** The school's name. */
  school: z.string(),
  /** The district's own number. */
  number: z.string(),
  grade: z.int(),
  name: z.string().nullable(),
});

/** What was removed, by kind: collections, `jobs`, `tasks`, `accounts`. Without names, and without the number. */
export const Removed = z.record(z.string(), z.int());

/** One student in a list. The two counts are null before any matching: "no data" is not zero. */
export const StudentLine = z.object({
  id: z.string(),
  languages: z.array(z.string()),
  grade: z.int(),
  needs: z.array(Need),
  /** The district's own student number, shown to people who work with the student. */
  localId: z.string(),
  interests: z.array(Interest),
  /** When a roster showed that the student has left; absent for who is at the school. */
  leftAt: z.iso.datetime().optional(),
  /** Null where nobody has given a name yet. */
  name: StudentName.nullable(),
  matchedNeeds: z.int().nullable(),
  unmetNeeds: z.int().nullable(),
});

/** A student with name and contacts, as people who work with the student see one. */
export const NamedStudent = Student.extend(StudentIdentity.shape);

export const ForgottenStudent = z.object({
  removed: Removed,
});

export const LiftedStudent = z.object({
  lifted: z.boolean(),
});

export const StudentPage = z.object({ student: NamedStudent, school: School.nullable() });
