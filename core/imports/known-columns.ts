import type { EligibilityWords } from '../eligibility/eligibility-words.ts';
import { AREA_COLUMNS } from './area-columns.ts';
import type { ColumnNames } from './columns.ts';
import { DIRECTORY_COLUMNS } from './directory-table/directory-columns.ts';
import type { MappedKind } from './import-mapping.ts';
import { SCHOOL_COLUMNS } from './school-columns.ts';
import { studentColumns } from './student-columns.ts';

/** Fields of which a file must have one of each group, or nothing of it can be used. */
export const NEEDED_FIELDS: Readonly<Record<MappedKind, readonly (readonly string[])[]>> = {
  'directory-table': [['service_name', 'organization_name']],
  schools: [['name']],
  students: [['student_id'], ['school'], ['grade']],
  areas: [['area_id']],
};

/** The fields of a kind of file, with the names of columns that are known for each. */
export function knownColumns(kind: MappedKind, words: EligibilityWords): ColumnNames {
  if (kind === 'directory-table') return DIRECTORY_COLUMNS;
  if (kind === 'schools') return SCHOOL_COLUMNS;
  return kind === 'areas' ? AREA_COLUMNS : studentColumns(words);
}
