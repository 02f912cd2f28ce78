import type { School } from '../schools/school.ts';
import type { Student } from '../students/student.ts';
import type { Grouping } from './grouping.ts';

/** What says in which group somebody is. */
export type Grouped = Pick<Student, 'schoolId' | 'grade' | 'languages'>;

export interface Group {
  id: string;
  label: string;
}

export const UNKNOWN: Group = { id: 'unknown', label: 'unknown' };

/** A function that says in which group of this grouping a student is. Not known is a group of its own. */
export function groupOf(
  grouping: Grouping,
  schools: ReadonlyMap<string, Pick<School, 'name' | 'locale'>>,
): (student: Grouped) => Group {
  switch (grouping.of) {
    case 'school':
      return ({ schoolId }) => ({ id: schoolId, label: schools.get(schoolId)?.name ?? schoolId });
    case 'grade':
      return ({ grade }) => plain(String(grade));
    case 'locale':
      return ({ schoolId }) => plain(schools.get(schoolId)?.locale);
    case 'language':
      return ({ languages }) => plain(homeLanguage(languages, grouping.common));
    case 'grade-band':
      return ({ grade }) => plain(grouping.bands.find(({ from, to }) => from <= grade && grade <= to)?.id);
  }
}

/** The first language that is not the common one, which stands for those who speak no other. */
function homeLanguage(languages: readonly string[], common: string): string | undefined {
  return languages.find((language) => language !== common) ?? languages[0];
}

function plain(id: string | undefined): Group {
  return id === undefined ? UNKNOWN : { id, label: id };
}
