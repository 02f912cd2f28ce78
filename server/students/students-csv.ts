import { csvRow } from '../../core/csv/csv-row.ts';
import type { Student } from '../../core/students/student.ts';
import { exportIdentity } from '../sealing/export-identity.ts';
import type { MatchedTerms } from './matched-terms.ts';
import { studentLine } from './student-line.ts';

const COLUMNS = [
  'student',
  'grade',
  'languages',
  'needs',
  'interests',
  'matchedNeeds',
  'unmetNeeds',
] as const;

/**
 * A list of students to work with elsewhere (RFC 4180): no name, no number, no id of ours, but an identity for this file
 * alone. By its order nobody can count through to a student either: that is the order of those identities.
 */
export function studentsCsv(
  students: readonly Student[],
  matched: ReadonlyMap<string, MatchedTerms>,
): string {
  const identityOf = exportIdentity();
  const rows = students.map((student) => {
    const { grade, languages, needs, interests, matchedNeeds, unmetNeeds } = studentLine(
      student,
      matched.get(student.id),
    );
    return [
      identityOf(student.id),
      grade,
      languages.join(';'),
      needs.map(({ term, urgency }) => `${term}:${urgency}`).join(';'),
      interests.map(({ term, strength }) => `${term}:${strength}`).join(';'),
      matchedNeeds ?? '',
      unmetNeeds ?? '',
    ];
  });
  const sorted = rows.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return [csvRow(COLUMNS), ...sorted.map((row) => csvRow(row))].join('');
}
