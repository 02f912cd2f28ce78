import { blindColumns } from '../../core/imports/blind-columns.ts';
import type { Note } from '../../core/imports/finding.ts';
import type { RosterFile } from '../../core/imports/oneroster/manifest.ts';
import { readRosterUser } from '../../core/imports/oneroster/read-roster-user.ts';
import { ROSTER_COLUMNS } from '../../core/imports/oneroster/roster-columns.ts';
import { listed, RosterFacts, type RosterFields } from '../../core/imports/oneroster/roster-facts.ts';
import type { TableRow } from '../../core/imports/table-reader.ts';
import { INPUT_LIMITS } from '../imports/input-limits.ts';
import { InputRefused } from '../imports/input-refused.ts';
import { readTable } from '../imports/read-table.ts';
import type { Roster } from './open-roster.ts';
import { type RosterFindings, SILENT } from './roster-findings.ts';
import type { RosterImport } from './roster-import.ts';
import type { RosterSchools } from './roster-schools.ts';

/** Between two looks at whether the import is to stop. */
const STEP_ROWS = 10_000;

type Take = (fields: RosterFields, note: Note) => void;

/** What the files beside users.csv say: the schools, then what hangs on each user. */
export async function readFacts(
  run: RosterImport,
  roster: Roster,
  schools: RosterSchools,
  findings: RosterFindings,
): Promise<RosterFacts> {
  const facts = new RosterFacts((org) => schools.placeOf(org));
  const read = async (file: RosterFile, take: Take) => {
    for await (const { row, note } of rosterRows(run, roster, file, findings))
      if (row) take(row.fields, note);
  };
  await read('orgs', (fields, note) => schools.take(fields, note));
  await read('roles', (fields) => facts.role(fields));
  await read('demographics', (fields, note) => facts.demographics(fields, note));
  if (await lacksLessons(run, roster, schools, facts)) {
    await read('classes', (fields) => facts.class(fields));
    await read('enrollments', (fields) => facts.enrollment(fields));
  }
  return facts;
}

/**
 * Whether lessons have to say of any student which school or grade it is. They are by far the most rows, so they are read
 * only where they are needed.
 */
async function lacksLessons(
  run: RosterImport,
  roster: Roster,
  schools: RosterSchools,
  facts: RosterFacts,
): Promise<boolean> {
  if (!roster.file('enrollments')) return false;
  const schoolOf = (org: string) => schools.placeOf(org);
  const isRoleKnown = roster.modeOf('roles') === 'bulk';
  for await (const { row } of rosterRows(run, roster, 'users', SILENT)) {
    const student = row && readRosterUser(row.fields, facts, schoolOf, isRoleKnown);
    if (!row || !student) continue;
    if (student.school < 0 || student.fields.grade === undefined || listed(row.fields.orgs).length > 1)
      return true;
  }
  return false;
}

export interface RosterRow {
  /** Undefined where the line cannot be read; that was told. */
  row: TableRow | undefined;
  /** Tells of this row: file, line and field, and of students never what stands there. */
  note: Note;
}

/** The rows of one file of a roster; none where it is absent. */
export async function* rosterRows(
  run: RosterImport,
  roster: Roster,
  name: RosterFile,
  findings: RosterFindings,
): AsyncGenerator<RosterRow> {
  const file = roster.file(name);
  if (!file) return;
  const shape = { known: ROSTER_COLUMNS[name], needed: [['id']] };
  const tellAt = (line: number) => findings.at(file.name, line, name === 'orgs');
  let done = 0;
  for await (const event of readTable(file, shape, INPUT_LIMITS.fileBytes)) {
    if ('columns' in event) {
      for (const column of blindColumns(event.headers))
        tellAt(1)({ code: 'personal-column', field: event.headers[column] ?? '', action: 'left-out' });
    } else if ('note' in event) {
      if (event.note.code === 'missing-column') throw new InputRefused('bad-manifest', noIds(file.name));
      tellAt(event.line)(event.note);
    } else {
      const { row } = event;
      const note = tellAt(row.line);
      for (const told of row.notes) note(told);
      const isRefused = row.notes.some(({ action }) => action === 'refused');
      yield { row: isRefused ? undefined : row, note };
      done += 1;
    }
    if (findings.waiting() > 0) await findings.drain();
    if (done % STEP_ROWS !== 0) continue;
    run.signal?.throwIfAborted();
    if (name !== 'users') await run.onProgress?.({ step: 'reading', done });
  }
}

function noIds(name: string): string {
  return `Nothing was imported. ${name} has no column of ids, as OneRoster asks (sourcedId, userSourcedId).`;
}
