import type { District } from '../district/district.ts';
import { lookUp } from '../lists/look-up.ts';
import type { Interest, Need, Student, Urgency } from '../students/student.ts';
import { TRAVEL_MODES, type TravelMode } from '../travel/travel.ts';
import type { FindingAction, Note } from './finding.ts';
import type { FindingCode } from './finding-codes.ts';
import { cellOfPoint, checkCell } from './home-cell.ts';
import { parseDate } from './parse-date.ts';
import { parseGrade } from './parse-grade.ts';
import { languageCode } from './parse-language.ts';
import { type CircumstancesContext, readCircumstances } from './read-circumstances.ts';
import { readFreeTimes } from './read-free-times.ts';
import { type ReadIdentity, readIdentity } from './read-student-identity.ts';
import type { FoundSchool } from './school-finder.ts';
import type { StudentField } from './student-columns.ts';
import type { FindTerm } from './term-finder.ts';

export interface StudentContext {
  district: Pick<District, 'bounds' | 'homeResolution'>;
  findSchool(text: string): FoundSchool;
  findTerm: FindTerm;
  eligibility: CircumstancesContext;
  /** Name of the source, kept with each need. */
  source: string;
}

/** A student as a row tells; a key that is there and undefined: the file has the column, and it is empty. */
export type ReadStudent = {
  [K in keyof Omit<Student, 'id' | 'source' | 'districtId' | 'demo' | 'schoolId' | 'grade'>]?:
    | Student[K]
    | undefined;
} & {
  localId: string;
  /** Absent, as the grade, where the file has no column for it: then it can only be about students who are there. */
  schoolId?: string;
  grade?: number;
  /** Who the student is, as far as the file has columns for it. */
  identity?: ReadIdentity;
};

/** No honest cell is longer. */
const MAXIMUM_CELL = 2000;

type Fields = Readonly<Partial<Record<StudentField, string>>>;

/**
 * Reads one row of a file of students. The exact home ends here, in a cell. Notes name the field and what is wrong with
 * it, never what stands there. Undefined where there is no id, and where school or grade is said and cannot be told.
 */
export function readStudent(fields: Fields, tell: Note, context: StudentContext): ReadStudent | undefined {
  const note = (code: FindingCode, field: StudentField, action: FindingAction): undefined => {
    tell({ code, field, action });
    return undefined;
  };
  const cell = (field: StudentField): string => (fields[field] ?? '').slice(0, MAXIMUM_CELL).trim();
  const localId = cell('student_id').slice(0, 100) || note('missing-id', 'student_id', 'refused');
  const has = (...names: StudentField[]): boolean => names.some((field) => fields[field] !== undefined);
  const schoolId = has('school') ? readSchoolId(cell('school'), note, context) : undefined;
  const grade = has('grade')
    ? (parseGrade(cell('grade')) ?? note('bad-grade', 'grade', 'refused'))
    : undefined;
  if (localId === undefined || (has('school') && schoolId === undefined)) return undefined;
  if (has('grade') && grade === undefined) return undefined;
  const birth = cell('birth_month') ? 'birth_month' : 'birth_date';
  const circumstances = readCircumstances(fields, note, context.eligibility);
  const identity = { ...readIdentity(fields, note), ...(circumstances && { circumstances }) };
  return {
    localId,
    ...(schoolId !== undefined && { schoolId }),
    ...(grade !== undefined && { grade }),
    ...(has('birth_month', 'birth_date')
      ? { birthMonth: readBirthMonth(cell(birth), (code, action) => note(code, birth, action)) }
      : {}),
    ...(has('languages') ? { languages: readLanguages(cell('languages'), note) } : {}),
    ...(has('needs') ? { needs: readNeeds(cell('needs'), note, context) } : {}),
    ...(has('interests') ? { interests: readInterests(cell('interests'), note, context) } : {}),
    ...(has('free_times') ? { freeTimes: readTimes(cell('free_times'), note) } : {}),
    ...(cell('travel_modes') ? { travelModes: readModes(cell('travel_modes'), note) } : {}),
    ...(has('home_cell', 'home_lat', 'home_lon') ? { homeCell: readHome(cell, note, context) } : {}),
    ...(Object.keys(identity).length > 0 ? { identity } : {}),
  };
}

/** What is wrong with a field, and what was done about it. */
export type Say = (code: FindingCode, field: StudentField, action: FindingAction) => undefined;

function readSchoolId(text: string, note: Say, { findSchool }: StudentContext): string | undefined {
  const found = text === '' ? 'unknown' : findSchool(text);
  if (found === 'unknown') return note('unknown-school', 'school', 'refused');
  return found === 'ambiguous' ? note('ambiguous-school', 'school', 'refused') : found.id;
}

function readBirthMonth(
  text: string,
  note: (code: FindingCode, action: FindingAction) => undefined,
): string | undefined {
  if (text === '') return undefined;
  const month = /^(\d{4})[-/](0?[1-9]|1[0-2])$/.exec(text);
  if (month) return `${month[1]}-${month[2]!.padStart(2, '0')}`;
  const turned = /^(0?[1-9]|1[0-2])[-/](\d{4})$/.exec(text);
  if (turned) return `${turned[2]}-${turned[1]!.padStart(2, '0')}`;
  return parseDate(text)?.slice(0, 7) ?? note('bad-date', 'left-out');
}

function readLanguages(text: string, note: Say): string[] {
  const codes = list(text, /[;,|]/).map(
    (name) => languageCode(name) ?? note('unknown-language', 'languages', 'left-out'),
  );
  return distinct(codes);
}

function readNeeds(text: string, note: Say, { findTerm, source }: StudentContext): Need[] {
  return readRated(text, 'needs', note, findTerm).map(({ term, rating }) => ({
    term,
    urgency: rating,
    source,
  }));
}

function readInterests(text: string, note: Say, { findTerm }: StudentContext): Interest[] {
  return readRated(text, 'interests', note, findTerm).map(({ term, rating }) => ({ term, strength: rating }));
}

/** "reading-tutoring:3; food-pantry": terms with 1 to 3. Without a figure it is 1, the least that was said. */
function readRated(
  text: string,
  field: 'needs' | 'interests',
  note: Say,
  findTerm: FindTerm,
): { term: string; rating: Urgency }[] {
  const byTerm = new Map<string, Urgency>();
  for (const entry of list(text, /[;|\n]/)) {
    const [, name, figure] = /^(.*?)(?:\s*:\s*(\S*))?$/s.exec(entry)!;
    const term = findTerm(name!) ?? note('unknown-term', field, 'left-out');
    const isRating = figure !== undefined && /^[123]$/.test(figure);
    if (term && !isRating) note('bad-number', field, 'repaired');
    const rating = (isRating ? Number(figure) : 1) as Urgency;
    if (term) byTerm.set(term, Math.max(rating, byTerm.get(term) ?? 1) as Urgency);
  }
  return [...byTerm].map(([term, rating]) => ({ term, rating }));
}

function readTimes(text: string, note: Say): Student['freeTimes'] {
  const { spans, bad } = readFreeTimes(text);
  if (bad > 0) note('bad-free-time', 'free_times', 'left-out');
  return spans;
}

const MODE_WORDS: Readonly<Record<string, TravelMode>> = {
  walking: 'walk',
  foot: 'walk',
  caminar: 'walk',
  'a pie': 'walk',
  bicycle: 'bike',
  cycle: 'bike',
  bici: 'bike',
  bicicleta: 'bike',
  transit: 'bus',
  'public transport': 'bus',
  autobús: 'bus',
  autobus: 'bus',
  camión: 'bus',
  drive: 'car',
  auto: 'car',
  carro: 'car',
  coche: 'car',
};

function readModes(text: string, note: Say): TravelMode[] {
  const modes = list(text, /[;,|]/).map((word) => {
    const name = word.toLowerCase();
    return (
      TRAVEL_MODES.find((mode) => mode === name) ??
      lookUp(MODE_WORDS, name) ??
      note('unknown-value', 'travel_modes', 'left-out')
    );
  });
  return distinct(modes);
}

function readHome(
  cell: (field: StudentField) => string,
  note: Say,
  { district }: StudentContext,
): string | undefined {
  const given = cell('home_cell');
  const home = given ? checkCell(given, district) : cellOfPoint(cell('home_lon'), cell('home_lat'), district);
  if (!home) return undefined;
  return 'cell' in home ? home.cell : note(home.code, given ? 'home_cell' : 'home_lat', 'left-out');
}

function list(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((entry) => entry.trim())
    .filter(Boolean);
}

function distinct<T>(items: readonly (T | undefined)[]): T[] {
  return [...new Set(items.filter((item) => item !== undefined))];
}
