import type { EligibilityWords } from '../eligibility/eligibility-words.ts';
import { lookUp } from '../lists/look-up.ts';
import type { Gender, IncomeBand } from '../students/circumstances.ts';
import { parseBoolean } from './parse-boolean.ts';
import { parseIncomeBand } from './parse-income-band.ts';
import type { FindProgram } from './program-finder.ts';
import type { Say } from './read-student.ts';
import type { StudentField } from './student-columns.ts';

/** As far as the file has columns for it; a key that is there and undefined: what it says is not known, or no more. */
export interface ReadCircumstances {
  gender?: Gender | undefined;
  incomeBand?: IncomeBand | undefined;
  programs?: Record<string, boolean | undefined>;
  attributes?: Record<string, string | undefined>;
}

export interface CircumstancesContext {
  words: EligibilityWords;
  findProgram: FindProgram;
}

type Fields = Readonly<Partial<Record<StudentField, string>>>;

/** What a row says of circumstances. What cannot be told for certain is not known. */
export function readCircumstances(
  fields: Fields,
  note: Say,
  context: CircumstancesContext,
): ReadCircumstances | undefined {
  const programs = readPrograms(fields, note, context);
  const attributes = readAttributes(fields, note, context);
  const read: ReadCircumstances = {
    ...(fields.gender !== undefined && { gender: readGender(cellOf(fields.gender), note) }),
    ...(fields.income_band !== undefined && { incomeBand: readIncome(cellOf(fields.income_band), note) }),
    ...(Object.keys(programs).length > 0 && { programs }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  };
  return Object.keys(read).length > 0 ? read : undefined;
}

/** No honest cell is longer. */
function cellOf(text: string): string {
  return text.slice(0, 500).trim();
}

const GENDER_WORDS: Readonly<Record<string, Gender>> = {
  f: 'female',
  female: 'female',
  girl: 'female',
  woman: 'female',
  femenino: 'female',
  mujer: 'female',
  m: 'male',
  male: 'male',
  boy: 'male',
  man: 'male',
  masculino: 'male',
  hombre: 'male',
  x: 'nonbinary',
  nonbinary: 'nonbinary',
  'non-binary': 'nonbinary',
  'no binario': 'nonbinary',
};

/** What systems write where nobody has said it. */
const UNSAID: ReadonlySet<string> = new Set([
  '',
  'u',
  'unknown',
  'unspecified',
  'not reported',
  'n/a',
  'na',
  '-',
]);

function readGender(text: string, note: Say): Gender | undefined {
  const word = text.toLowerCase();
  if (UNSAID.has(word)) return undefined;
  return lookUp(GENDER_WORDS, word) ?? note('unknown-value', 'gender', 'left-out');
}

function readIncome(text: string, note: Say): IncomeBand | undefined {
  if (UNSAID.has(text.toLowerCase())) return undefined;
  return parseIncomeBand(text) ?? note('bad-number', 'income_band', 'left-out');
}

type Programs = Record<string, boolean | undefined>;

/** The status of school meals, then a list of programs, then columns of their own: the closer word goes last. */
function readPrograms(fields: Fields, note: Say, context: CircumstancesContext): Programs {
  return {
    ...(fields.lunch_status !== undefined && readLunch(cellOf(fields.lunch_status), note)),
    ...(fields.programs !== undefined && readProgramList(cellOf(fields.programs), note, context)),
    ...readProgramColumns(fields, note, context),
  };
}

/** Free, reduced or neither, as rosters write it. "Yes" would not say which of the two. */
function readLunch(text: string, note: Say): Programs {
  const word = text.toLowerCase().replace(/[\s-]?(?:lunch|meals?|price|pay)$/g, '');
  const status = (free: boolean | undefined, reduced: boolean | undefined) => ({
    'free-lunch': free,
    'reduced-lunch': reduced,
  });
  if (['f', 'free', 'dc', 'direct certified', 'direct certification', 'gratis'].includes(word))
    return status(true, false);
  if (['r', 'rp', 'reduced', 'reducido', 'precio reducido'].includes(word)) return status(false, true);
  if (['p', 'n', 'paid', 'full', 'fullprice', 'none', 'no', 'denied', 'not eligible'].includes(word))
    return status(false, false);
  if (!UNSAID.has(word)) note('unknown-value', 'lunch_status', 'left-out');
  return status(undefined, undefined);
}

/** "SNAP; Medicaid: no": a name by itself is a membership; what is not named is not known. */
function readProgramList(text: string, note: Say, { findProgram }: CircumstancesContext): Programs {
  const read: Programs = {};
  for (const entry of text.split(/[;|\n]/).map((part) => part.trim())) {
    const [, name = '', said = 'yes'] = /^(.*?)(?:\s*:\s*(\S*))?$/s.exec(entry)!;
    if (name === '') continue;
    const id = findProgram(name);
    const member = parseBoolean(said);
    if (id === undefined || member === undefined) note('unknown-value', 'programs', 'left-out');
    else read[id] = member;
  }
  return read;
}

function readProgramColumns(fields: Fields, note: Say, { words }: CircumstancesContext): Programs {
  const read: Programs = {};
  for (const { id } of words.programs) {
    const cell = fields[`program:${id}`];
    if (cell !== undefined) read[id] = readMembership(cellOf(cell), `program:${id}`, note);
  }
  return read;
}

function readMembership(text: string, field: StudentField, note: Say): boolean | undefined {
  if (UNSAID.has(text.toLowerCase())) return undefined;
  return parseBoolean(text) ?? note('unknown-value', field, 'left-out');
}

function readAttributes(fields: Fields, note: Say, { words }: CircumstancesContext) {
  const read: Record<string, string | undefined> = {};
  for (const { name, values } of words.attributes) {
    const cell = fields[`attribute:${name}`];
    if (cell === undefined) continue;
    const word = cellOf(cell).toLowerCase();
    const value = values.find(({ id, label }) =>
      [id, label.en, label.es].some((known) => known.toLowerCase() === word),
    );
    if (!value && !UNSAID.has(word)) note('unknown-value', `attribute:${name}`, 'left-out');
    read[name] = value?.id;
  }
  return read;
}
