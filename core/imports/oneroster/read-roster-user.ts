import type { StudentField } from '../student-columns.ts';
import { gradeOf, isOver, listed, type RosterFacts, type RosterFields } from './roster-facts.ts';

/** A student as users.csv and the files beside it tell. */
export interface RosterStudent {
  /** The source's own id, by which its files mean the student. */
  sourcedId: string;
  hasLeft: boolean;
  /** Not said whether this is a student: true only of whom one knows as one. */
  isSure: boolean;
  /** Place of the school in the list of schools; -1 where the files say none that is known. */
  school: number;
  /** The other fields, in the words of a file of students; a field that is not there was not told. */
  fields: Partial<Record<StudentField, string>>;
}

/** One row of users.csv; undefined for who is no student, such as a teacher or a parent. */
export function readRosterUser(
  row: RosterFields,
  facts: RosterFacts,
  schoolOf: (org: string) => number,
  /** Whether who has no role told is no student: where the roles of all users are told. */
  isRoleKnown: boolean,
): RosterStudent | undefined {
  const sourcedId = (row.id ?? '').trim();
  const role = (row.role ?? '').trim().toLowerCase();
  const isStudent = role === 'student' || (role === '' && facts.hasStudentRole(sourcedId));
  if (!isStudent && (role !== '' || isRoleKnown)) return undefined;
  const grade = gradeOf(row.grades) ?? facts.classGrade(sourcedId);
  const birthDate = facts.birthDate(sourcedId);
  return {
    sourcedId,
    hasLeft: isOver(row),
    isSure: isStudent,
    school: schoolOfUser(row, facts.schoolBeside(sourcedId), schoolOf),
    fields: {
      student_id: (row.number ?? '').trim() || sourcedId,
      ...(grade !== undefined && { grade: String(grade) }),
      ...(row.given_name !== undefined && { given_name: row.given_name }),
      ...(row.family_name !== undefined && { family_name: row.family_name }),
      ...(row.preferred_name !== undefined && { preferred_name: row.preferred_name }),
      ...(row.language !== undefined && { languages: row.language }),
      ...(birthDate !== undefined && { birth_date: birthDate }),
    },
  };
}

/** The primary one; of several the one beside them, where it is among them; else the first. */
function schoolOfUser(row: RosterFields, beside: number, schoolOf: (org: string) => number): number {
  const primary = schoolOf((row.primary_org ?? '').trim());
  if (primary >= 0) return primary;
  const named = listed(row.orgs)
    .map(schoolOf)
    .filter((school) => school >= 0);
  return named.length === 0 || named.includes(beside) ? beside : named[0]!;
}
