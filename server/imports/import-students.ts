import type { District } from '../../core/district/district.ts';
import type { EligibilityWords } from '../../core/eligibility/eligibility-words.ts';
import { findingOf, type RowNote } from '../../core/imports/finding.ts';
import { normalizeHeader } from '../../core/imports/map-headers.ts';
import { createProgramFinder } from '../../core/imports/program-finder.ts';
import { readStudent } from '../../core/imports/read-student.ts';
import { redactStudentRow } from '../../core/imports/redact-student-row.ts';
import { createSchoolFinder } from '../../core/imports/school-finder.ts';
import { studentColumns } from '../../core/imports/student-columns.ts';
import { createTermFinder } from '../../core/imports/term-finder.ts';
import { Student } from '../../core/students/student.ts';
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts';
import type { StudentMark } from '../students/forgotten-store.ts';
import type { KnownPerson, StudentPeople } from '../students/student-people.ts';
import type { ChangeListener, DirectoryStore, PartialRecord } from './directory-store.ts';
import { Counter, type ImportResult, type ImportRun } from './import-result.ts';
import type { InputLimits } from './input-limits.ts';
import { recordId } from './record-id.ts';
import { type StagedStudent, sealStaged, stageStudent } from './seal-read-student.ts';
import { stageTable } from './stage-table.ts';
import type { StagedDocument, Staging } from './staging.ts';

export interface StudentsImport extends ImportRun {
  district: District;
  columns?: Readonly<Record<string, string>> | undefined;
  taxonomy: Taxonomy;
  eligibility: EligibilityWords;
  store: DirectoryStore;
  people: StudentPeople;
  staging: Staging;
  limits?: Partial<InputLimits> | undefined;
  /** Hears what is about to change of which students. */
  onChanges?: ChangeListener | undefined;
}

const BATCH = 500;

/** Something must be told of a student besides the number. */
const TOLD = [
  'school',
  'grade',
  'needs',
  'interests',
  'languages',
  'programs',
  'home_cell',
  'home_lat',
  'free_times',
];

/**
 * Imports students. Exact homes become cells and who a student is is sealed before anything is stored; no finding holds
 * what a row says about a person. What the file has no column for (needs, free times…) stays as it is.
 * @throws InputRefused where no file has the columns that are needed.
 */
export async function importStudents(run: StudentsImport): Promise<ImportResult> {
  const counter = new Counter();
  const context = {
    district: run.district,
    findSchool: createSchoolFinder(await run.store.schools(run.district.id), run.source),
    findTerm: createTermFinder(run.taxonomy),
    eligibility: { words: run.eligibility, findProgram: createProgramFinder(run.eligibility.programs) },
    source: run.source,
  };
  await run.staging.clear();
  try {
    await stageTable<StagedStudent>({
      run,
      table: 'student',
      name: 'students',
      counter,
      shape: {
        known: studentColumns(run.eligibility),
        columns: run.columns,
        needed: [['student_id'], TOLD],
      },
      raw: ({ headers, cells }) => redactStudentRow(headers, cells),
      read: ({ fields }, note) => {
        const student = readStudent(fields, note, context);
        return (
          student && {
            id: student.localId,
            value: stageStudent(run.people.sealing, run.importId, student),
          }
        );
      },
      aboutColumns,
    });
    await storeStudents(run, counter);
  } finally {
    await run.findings.flush();
    await run.staging.clear();
  }
  const { total, byCode } = run.findings;
  return { counts: counter.counts, findings: total, findingsByCode: { ...byCode }, unmappedTerms: [] };
}

const PERSONAL =
  /name|street|address|phone|email|mail|ssn|guardian|parent|mother|father|zip|gender|race|ethnic/;

/** What was reduced for all rows, and columns about people that were not looked at. Said once a file. */
function aboutColumns(columns: ReadonlyMap<string, number>, headers: readonly string[]): RowNote[] {
  const used = new Set(columns.values());
  const notes: RowNote[] = [];
  if (columns.has('home_lat') || columns.has('home_lon'))
    notes.push({ code: 'home-reduced', field: 'home_lat', action: 'repaired' });
  const birth = columns.get('birth_month');
  if (birth !== undefined && /date|dob/.test(normalizeHeader(headers[birth]!))) {
    notes.push({ code: 'birth-date-reduced', field: 'birth_month', action: 'repaired' });
  }
  for (const [index, header] of headers.entries()) {
    if (header === '' || used.has(index)) continue;
    const code = PERSONAL.test(normalizeHeader(header)) ? 'personal-column' : 'unknown-column';
    notes.push({ code, field: header, action: 'left-out' });
  }
  return notes;
}

async function storeStudents(run: StudentsImport, counter: Counter): Promise<void> {
  let batch: StagedDocument[] = [];
  const total = await run.staging.count('student');
  let done = 0;
  const flush = async (): Promise<void> => {
    const records = await toRecords(run, counter, batch);
    counter.upserted('students', await run.store.mergeMany('students', records, run.onChanges));
    await run.people.seen(records.map(({ id }) => id));
    batch = [];
    run.signal?.throwIfAborted();
    await run.onProgress?.({ step: 'storing', done, total });
  };
  for await (const document of firstOfEach(run, counter)) {
    done += 1;
    batch.push(document);
    if (batch.length >= BATCH) await flush();
  }
  await flush();
}

/** The records of a batch: four questions, however many rows. Who was forgotten and what has no shape is refused. */
async function toRecords(
  run: StudentsImport,
  counter: Counter,
  batch: readonly StagedDocument[],
): Promise<PartialRecord[]> {
  const read = batch.map(({ row }) => row.value as StagedStudent);
  const marks = read.map(({ facts }) => markOf(facts.localId, run));
  const [forgotten, ids] = await Promise.all([run.people.forgotten(marks), idsOf(run, marks)]);
  const known = await run.people.known(ids);
  const records: PartialRecord[] = [];
  for (const [at, student] of read.entries()) {
    const person = known.get(ids[at]!);
    const record = forgotten.has(at) ? undefined : toRecord(student, run, ids[at]!, person);
    if (record) records.push(record);
    else await refuse(run, counter, batch[at]!, forgotten.has(at) ? 'forgotten' : whyNot(student, person));
  }
  return records;
}

/** Who has the number in the district is meant, whatever source brought the student; else it is a new one's id. */
async function idsOf(run: StudentsImport, marks: readonly StudentMark[]): Promise<string[]> {
  const own = marks.map(({ source }) => recordId('student', source));
  const numbered = await run.people.numbered(
    run.district.id,
    marks.map(({ localId }) => localId),
  );
  return own.map((id, at) => numbered.get(marks[at]!.localId) ?? id);
}

function whyNot({ facts }: StagedStudent, person: KnownPerson | undefined) {
  const isNew = person === undefined && (facts.schoolId === undefined || facts.grade === undefined);
  return isNew ? 'unknown-student' : 'invalid-record';
}

/** The first row of each student; further rows with the same number are refused. */
async function* firstOfEach(run: StudentsImport, counter: Counter): AsyncGenerator<StagedDocument> {
  let current: StagedDocument | undefined;
  for await (const next of run.staging.ordered('student')) {
    if (!current || current.key !== next.key) {
      current = next;
      yield next;
      continue;
    }
    const isSame = saidBy(current) === saidBy(next);
    await refuse(run, counter, next, isSame ? 'duplicate-row' : 'duplicate-id');
  }
}

/** What a row says: two that say the same are sealed differently. */
function saidBy({ row }: StagedDocument): string {
  const { facts, identityHash } = row.value as StagedStudent;
  return JSON.stringify([facts, identityHash]);
}

async function refuse(
  run: StudentsImport,
  counter: Counter,
  { row }: StagedDocument,
  code: 'duplicate-row' | 'duplicate-id' | 'invalid-record' | 'forgotten' | 'unknown-student',
): Promise<void> {
  counter.refused('students');
  await run.findings.add(
    findingOf(
      { code, field: 'student_id', action: code === 'duplicate-row' ? 'left-out' : 'refused' },
      row.place,
    ),
  );
}

/** The record in its shape, with only what the file says. Undefined where it does not fit. */
function toRecord(
  row: StagedStudent,
  run: StudentsImport,
  id: string,
  person: KnownPerson | undefined,
): PartialRecord | undefined {
  const { source: own, districtId } = markOf(row.facts.localId, run);
  const source = person?.source ?? own;
  const staged = { ...row, facts: besideRoster(row.facts, person) };
  const whole = Student.safeParse({ id, source, districtId, ...(person && PLACEHOLDERS), ...staged.facts });
  if (!whole.success) return undefined;
  const { id: _, ...otherwise } = whole.data;
  const said = { source, districtId, ...staged.facts };
  return {
    id,
    said: { ...said, ...sealStaged(run.people.sealing, run.importId, staged, id, person) },
    otherwise,
    compared: { ...said, identityHash: row.identityHash },
  };
}

/** Of whom there is already only what the file says is written: what it does not say need not be there to fit. */
const PLACEHOLDERS = { schoolId: 'as it is', grade: 0 };

/** What a roster tells of a student stays the roster's; the file adds what the roster lacks. */
function besideRoster(
  facts: StagedStudent['facts'],
  person: KnownPerson | undefined,
): StagedStudent['facts'] {
  if (!person?.roster) return facts;
  const { schoolId: _s, grade: _g, birthMonth, languages, ...others } = facts;
  return {
    ...others,
    ...('birthMonth' in facts && person.roster.birthDate === undefined && { birthMonth }),
    ...('languages' in facts && person.roster.languages === undefined && { languages }),
  };
}

function markOf(localId: string, { source, district }: StudentsImport): StudentMark {
  return { source: { system: source, id: localId }, districtId: district.id, localId };
}
