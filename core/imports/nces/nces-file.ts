import { normalizeHeader } from '../map-headers.ts';

/**
 * Which file of the National Center for Education Statistics a header is of. `directory`: CCD's schools with address,
 * grades and status; `members`: CCD's students, a row a grade, race and sex; `places`: EDGE's points of schools;
 * `offices`: EDGE's points of districts' offices, which are no schools.
 */
export type NcesFile = 'directory' | 'members' | 'places' | 'offices';

/** Undefined: some other file of schools, which stands for itself. */
export function ncesFile(headers: readonly string[]): NcesFile | undefined {
  const names = new Set(headers.map(normalizeHeader));
  const has = (...wanted: string[]): boolean => wanted.every((name) => names.has(name));
  if (has('ncessch', 'student_count', 'total_indicator')) return 'members';
  if (has('ncessch', 'sch_name', 'lstreet1') && !has('lat')) return 'directory';
  if (has('ncessch', 'name', 'lat', 'lon')) return 'places';
  return has('leaid', 'opstfips', 'lat') && !has('ncessch') ? 'offices' : undefined;
}

/** The one row a school of the file of students that counts them all; the others are its parts. */
export const ALL_STUDENTS = 'Education Unit Total';

/** Where the cell stands that says what a row of the file of students counts. */
export function totalColumn(headers: readonly string[]): number {
  return headers.findIndex((header) => normalizeHeader(header) === 'total_indicator');
}
