import type { Student } from '../../core/students/student.ts';
import type { MatchedTerms } from './matched-terms.ts';

/** One student in a list. The two counts are null before any matching: "no data" is not zero. */
export type StudentLine = Pick<Student, 'id' | 'localId' | 'grade' | 'languages' | 'needs' | 'interests'> & {
  matchedNeeds: number | null;
  unmetNeeds: number | null;
};

/** Counts the needs that the student has today; one that came after the matching is in neither number. */
export function studentLine(student: Student, matched: MatchedTerms | undefined): StudentLine {
  const { id, localId, grade, languages, needs, interests } = student;
  const count = (found: boolean) => needs.filter(({ term }) => matched?.get(term) === found).length;
  return {
    id,
    localId,
    grade,
    languages,
    needs,
    interests,
    matchedNeeds: matched ? count(true) : null,
    unmetNeeds: matched ? count(false) : null,
  };
}
