import type { Note } from '../../core/imports/finding.ts';
import type { RosterStudent } from '../../core/imports/oneroster/read-roster-user.ts';
import { createProgramFinder } from '../../core/imports/program-finder.ts';
import { readStudent } from '../../core/imports/read-student.ts';
import { createTermFinder } from '../../core/imports/term-finder.ts';
import { recordId } from '../imports/record-id.ts';
import type { RosterImport } from './roster-import.ts';
import type { RosterSchools } from './roster-schools.ts';
import type { Tally } from './roster-tally.ts';
import type { RosterTold } from './roster-told.ts';
import type { OnFile, RosterEntry } from './store-roster.ts';

/** `nobody`: there is nothing to do; undefined where the row cannot be used: why was told. */
export type ReadEntry = (
  student: RosterStudent,
  known: OnFile | undefined,
  note: Note,
) => RosterEntry | 'nobody' | undefined;

/** Our fields by the columns of OneRoster, for the report. */
const COLUMNS: Readonly<Record<string, string>> = {
  student_id: 'sourcedId',
  school: 'orgSourcedIds',
  grade: 'grades',
  given_name: 'givenName',
  birth_date: 'birthDate',
  languages: 'language',
};

/** Reads students as files of students are read; what the roster does not tell is what is known. */
export function createEntryReader(run: RosterImport, schools: RosterSchools, tally: Tally): ReadEntry {
  const context = {
    district: run.district,
    findSchool: (id: string) => (id === '' ? ('unknown' as const) : { id }),
    findTerm: createTermFinder(run.taxonomy),
    eligibility: { words: run.eligibility, findProgram: createProgramFinder(run.eligibility.programs) },
    source: run.source,
  };
  return (student, known, note) => {
    const { sourcedId, fields } = student;
    const id = known?.id ?? recordId('student', { system: run.source, id: sourcedId });
    if (student.hasLeft) return known ? leaving(student, known) : 'nobody';
    if (!student.isSure && !known) return 'nobody';
    const named = schools.list[student.school];
    if (named && named.id === undefined) tally.waits(named);
    const read = readStudent(
      {
        ...fields,
        school: (named ? named.id : known?.schoolId) ?? '',
        grade: fields.grade ?? (known ? String(known.grade) : ''),
      },
      (told) => note({ ...told, ...(told.field && { field: COLUMNS[told.field] ?? told.field }) }),
      context,
    );
    const { schoolId, grade } = read ?? {};
    if (!read || schoolId === undefined || grade === undefined) return undefined;
    const told = toldBy(student, named?.id);
    return { sourcedId, id, known, hasLeft: false, read: { ...read, schoolId, grade }, told };
  };
}

function leaving({ sourcedId }: RosterStudent, known: OnFile): RosterEntry {
  const { id, schoolId, grade, localId } = known;
  return { sourcedId, id, known, hasLeft: true, read: { schoolId, grade, localId }, told: new Set() };
}

function toldBy({ fields }: RosterStudent, schoolId: string | undefined): Set<RosterTold> {
  const told: Record<RosterTold, boolean> = {
    schoolId: schoolId !== undefined,
    grade: fields.grade !== undefined,
    localId: true,
    languages: fields.languages !== undefined,
    name: fields.given_name !== undefined || fields.family_name !== undefined,
    birthDate: fields.birth_date !== undefined,
  };
  return new Set((Object.keys(told) as RosterTold[]).filter((part) => told[part]));
}
