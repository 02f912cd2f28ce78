import type { Student } from '../../core/students/student.ts';
import type { StudentName } from '../../core/students/student-identity.ts';
import type { MatchedTerms } from './matched-terms.ts';
import type { ListedStudent } from './named-student-store.ts';

/** One student in a list. The two counts are null before any matching: "no data" is not zero. */
export type StudentLine = Pick<
  Student,
  'id' | 'localId' | 'grade' | 'languages' | 'needs' | 'interests' | 'leftAt'
> & {
  /** Null where nobody has given a name yet. */
  name: StudentName | null;
  matchedNeeds: number | null;
  unmetNeeds: number | null;
};

/** Counts the needs that the student has today; one that came after the matching is in neither number. */
export function studentLine(student: ListedStudent, matched: MatchedTerms | undefined): StudentLine {
  const { id, name = null, localId, grade, languages, needs, interests, leftAt } = student;
  const count = (found: boolean) => needs.filter(({ term }) => matched?.get(term) === found).length;
  return {
    id,
    name,
    localId,
    grade,
    languages,
    needs,
    interests,
    ...(leftAt !== undefined && { leftAt }),
    matchedNeeds: matched ? count(true) : null,
    unmetNeeds: matched ? count(false) : null,
  };
}
