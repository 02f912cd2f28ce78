import type { RowNote } from '../../core/imports/finding.ts';
import type { SchoolRow } from '../../core/imports/nces/join-school.ts';
import { ALL_STUDENTS, type NcesFile, ncesFile, totalColumn } from '../../core/imports/nces/nces-file.ts';
import { isWanted, regionOf } from '../../core/imports/nces/school-region.ts';
import { rawRow } from '../../core/imports/raw-row.ts';
import { isClosed, readSchool } from '../../core/imports/read-school.ts';
import { SCHOOL_COLUMNS } from '../../core/imports/school-columns.ts';
import type { TableRow } from '../../core/imports/table-reader.ts';
import type { Counter } from './import-result.ts';
import type { SchoolsImport } from './import-schools.ts';
import { stageTable } from './stage-table.ts';

/** What became clear of the files while they were read. */
export interface ReadFiles {
  /** There is a directory: what it does not have is no school of this import. */
  hasDirectory: boolean;
  /** There are points for the schools of the directory. */
  hasPlaces: boolean;
  /** Rows of schools that nobody asked for. */
  unwanted: number;
}

/** Under which name the rows of a file are counted. */
export function countedAs(file: NcesFile | undefined): string {
  if (file === 'members') return 'school_students';
  return file === 'places' ? 'school_places' : 'schools';
}

/** Reads all files and lays their rows aside by school. Of the file of students only the row that counts all of a school. */
export async function stageSchools(run: SchoolsImport, counter: Counter): Promise<ReadFiles> {
  const files: ReadFiles = { hasDirectory: false, hasPlaces: false, unwanted: 0 };
  const { only = {} } = run;
  let file: NcesFile | undefined;
  let total = -1;
  await stageTable<SchoolRow>({
    run,
    table: 'school',
    name: () => countedAs(file),
    counter,
    shape: { known: SCHOOL_COLUMNS, columns: run.columns, needed: [['name']] },
    raw: ({ headers, cells }) => rawRow(headers, cells),
    aboutColumns(_columns, headers) {
      file = ncesFile(headers);
      total = totalColumn(headers);
      files.hasDirectory ||= file === 'directory';
      files.hasPlaces ||= file === 'places';
      return file === 'offices' ? OFFICES : [];
    },
    skip({ fields, cells }: TableRow) {
      if (file === 'offices' || (file === 'members' && cells[total] !== ALL_STUDENTS)) return true;
      const isOut = isWanted(regionOf(fields), only) === 'no';
      if (isOut) files.unwanted += 1;
      return isOut;
    },
    read({ fields }, note) {
      // The number within the state (SCHID) is in one of NCES's files alone; NCESSCH is in all.
      const { id: _, ...own } = fields;
      const read = readSchool(file ? own : fields, note, run.district.bounds);
      if (!read) return undefined;
      const value = { ...read, closed: isClosed(fields), region: regionOf(fields), ...(file && { file }) };
      return { id: read.sourceId, value };
    },
  });
  return files;
}

const OFFICES: RowNote[] = [
  { code: 'unknown-file', action: 'left-out', detail: 'These are offices of districts, not schools.' },
];
