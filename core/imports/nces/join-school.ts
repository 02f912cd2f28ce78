import type { ReadSchool } from '../read-school.ts';
import type { NcesFile } from './nces-file.ts';
import type { SchoolRegion } from './school-region.ts';

/** What one row says of a school, and which file says it. */
export interface SchoolRow extends ReadSchool {
  closed: boolean;
  region: SchoolRegion;
  /** Undefined: a file that stands for itself. */
  file?: NcesFile;
}

/** A row beside the one that counts, and why it does not. */
export type SpareCode = 'older-year' | 'duplicate-row' | 'duplicate-id';

export interface JoinedSchool<T> {
  /** The row that the school goes by. */
  main: T;
  places: T | undefined;
  members: T | undefined;
  spare: { row: T; code: SpareCode }[];
}

/**
 * The rows of one school, put together: the directory's or the school's own, with where EDGE says it is and how many
 * students are counted there. Of each file the last school year counts, of one year the first row. Where no directory
 * has the school, it goes by its place, or by its students alone.
 */
export function joinSchool<T extends object>(
  rows: readonly T[],
  said: (row: T) => SchoolRow,
): JoinedSchool<T> {
  const of = (wanted: (file: NcesFile | undefined) => boolean) =>
    latest(
      rows.filter((row) => wanted(said(row).file)),
      said,
    );
  const own = of((file) => file !== 'places' && file !== 'members');
  const places = of((file) => file === 'places');
  const members = of((file) => file === 'members');
  const spare = [own, places, members].flatMap((each) => each.spare);
  const main = own.last ?? places.last ?? members.last;
  if (main === undefined) throw new Error('a school without rows');
  return { main, places: places.last, members: members.last, spare };
}

function latest<T extends object>(
  rows: readonly T[],
  said: (row: T) => SchoolRow,
): { last?: T; spare: JoinedSchool<T>['spare'] } {
  const [first, ...others] = rows;
  if (first === undefined) return { spare: [] };
  let last = first;
  const spare: JoinedSchool<T>['spare'] = [];
  for (const row of others) {
    const [held, other] = [said(last), said(row)];
    const code = codeOf(held, other);
    spare.push({ row: other.year > held.year ? last : row, code });
    if (other.year > held.year) last = row;
  }
  return { last, spare };
}

function codeOf(held: SchoolRow, other: SchoolRow): SpareCode {
  if (held.year !== other.year) return 'older-year';
  return JSON.stringify(held) === JSON.stringify(other) ? 'duplicate-row' : 'duplicate-id';
}

/** What is known of the school: what its own row does not say, the others do. A key that is there and undefined stays so. */
export function schoolOf<T extends object>(
  { main, places, members }: JoinedSchool<T>,
  said: (row: T) => SchoolRow,
): ReadSchool['school'] {
  const sources = [main, places, members].filter((row) => row !== undefined).map((row) => said(row).school);
  const keys = [
    ...new Set(sources.flatMap((school) => Object.keys(school))),
  ] as (keyof ReadSchool['school'])[];
  const pairs = keys.map((key) => [
    key,
    sources.map((school) => school[key]).find((value) => value !== undefined),
  ]);
  return Object.fromEntries(pairs) as ReadSchool['school'];
}

/** What the rows say together of where it belongs. */
export function joinedRegion<T extends object>(
  { main, places, members }: JoinedSchool<T>,
  said: (row: T) => SchoolRow,
): SchoolRegion {
  const regions = [members, places, main].filter((row) => row !== undefined).map((row) => said(row).region);
  return Object.assign({}, ...regions) as SchoolRegion;
}
