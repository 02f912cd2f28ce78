import { lookUp } from '../lists/look-up.ts';
import { RELATIONS, type Relation } from '../students/relation.ts';
import { StudentContact, type StudentName } from '../students/student-identity.ts';
import type { FindingAction } from './finding.ts';
import type { FindingCode } from './finding-codes.ts';
import { parseBoolean } from './parse-boolean.ts';
import { parseDate } from './parse-date.ts';
import { languageCode } from './parse-language.ts';
import { parsePhone } from './parse-phone.ts';
import type { ReadCircumstances } from './read-circumstances.ts';
import { CONTACT_NUMBERS, type ContactPart, type StudentField } from './student-columns.ts';

/** A contact that has no id of ours yet. */
export type ReadContact = Omit<StudentContact, 'id'>;

/** A key that is there and undefined: the file has the column, and it is empty. */
export interface ReadIdentity {
  name?: StudentName | undefined;
  birthDate?: string | undefined;
  contacts?: ReadContact[];
  notes?: string | undefined;
  circumstances?: ReadCircumstances;
}

type Fields = Readonly<Partial<Record<StudentField, string>>>;
type Say = (code: FindingCode, field: StudentField, action: FindingAction) => undefined;

const LONGEST_NAME = 100;
const LONGEST_NOTES = 10_000;

/** Who the student of a row is. What cannot be used is told by field, never repeated. */
export function readIdentity(fields: Fields, note: Say): ReadIdentity {
  const has = (...names: StudentField[]): boolean => names.some((field) => fields[field] !== undefined);
  const hasContacts = CONTACT_NUMBERS.some((n) => has(`contact_${n}_name`));
  return {
    ...(has('given_name', 'family_name', 'name') ? { name: readName(fields, note) } : {}),
    // A date that is none is told of where the month is read from it.
    ...(has('birth_date') ? { birthDate: parseDate(line(fields.birth_date, LONGEST_NAME)) } : {}),
    ...(hasContacts ? { contacts: readContacts(fields, note) } : {}),
    ...(has('notes') ? { notes: text(fields.notes, LONGEST_NOTES) || undefined } : {}),
  };
}

function readName(fields: Fields, note: Say): StudentName | undefined {
  const whole = splitName(line(fields.name, 2 * LONGEST_NAME));
  const given = line(fields.given_name, LONGEST_NAME) || whole.given;
  const family = line(fields.family_name, LONGEST_NAME) || whole.family;
  const preferred = line(fields.preferred_name, LONGEST_NAME);
  if (given !== '') return { given, family, ...(preferred && { preferred }) };
  return family === '' ? undefined : note('missing-name', 'given_name', 'left-out');
}

/** "López, Ana" says which is which; of "Ana López Ruiz" the first word is taken as the given name. */
function splitName(name: string): StudentName {
  const comma = name.indexOf(',');
  const [first, second] =
    comma >= 0 ? [name.slice(comma + 1), name.slice(0, comma)] : [name.split(' ')[0] ?? '', rest(name)];
  return { given: first.trim().slice(0, LONGEST_NAME), family: second.trim().slice(0, LONGEST_NAME) };
}

function rest(name: string): string {
  return name.split(' ').slice(1).join(' ');
}

function readContacts(fields: Fields, note: Say): ReadContact[] {
  return CONTACT_NUMBERS.flatMap((n) => {
    const cell = (part: ContactPart) => line(fields[`contact_${n}_${part}`], 2 * LONGEST_NAME);
    const say = (code: FindingCode, part: ContactPart, action: FindingAction) =>
      note(code, `contact_${n}_${part}`, action);
    return readContact(cell, say) ?? [];
  });
}

type Cell = (part: ContactPart) => string;
type SayPart = (code: FindingCode, part: ContactPart, action: FindingAction) => undefined;

function readContact(cell: Cell, say: SayPart): ReadContact | undefined {
  const name = cell('name');
  if (name === '')
    return cell('phone') || cell('email') ? say('missing-name', 'name', 'left-out') : undefined;
  const email = readEmail(cell('email'), say);
  const phone = readPhone(cell('phone'), say);
  const language = readLanguage(cell('language'), say);
  return {
    name,
    relation: readRelation(cell('relation'), say),
    ...(email && { email }),
    ...(phone && { phone }),
    ...(language && { language }),
    mayConsent: readConsent(cell('may_consent'), say),
  };
}

const RELATION_WORDS: Readonly<Record<string, Relation>> = {
  mother: 'parent',
  father: 'parent',
  mom: 'parent',
  dad: 'parent',
  stepmother: 'parent',
  stepfather: 'parent',
  madre: 'parent',
  padre: 'parent',
  'legal guardian': 'guardian',
  'foster parent': 'guardian',
  tutor: 'guardian',
  tutora: 'guardian',
  grandmother: 'grandparent',
  grandfather: 'grandparent',
  abuela: 'grandparent',
  abuelo: 'grandparent',
  brother: 'sibling',
  sister: 'sibling',
  hermana: 'sibling',
  hermano: 'sibling',
  aunt: 'relative',
  uncle: 'relative',
  cousin: 'relative',
  tía: 'relative',
  tío: 'relative',
};

function readRelation(text: string, say: SayPart): Relation {
  const word = text.toLowerCase();
  const relation = RELATIONS.find((name) => name === word) ?? lookUp(RELATION_WORDS, word);
  if (!relation && text !== '') say('unknown-value', 'relation', 'repaired');
  return relation ?? 'other';
}

function readEmail(text: string, say: SayPart): string | undefined {
  if (text === '') return undefined;
  return StudentContact.shape.email.safeParse(text).success ? text : say('bad-email', 'email', 'left-out');
}

function readPhone(text: string, say: SayPart): string | undefined {
  if (text === '') return undefined;
  const phone = parsePhone(text);
  if (!phone || phone.number.length > 40) return say('bad-phone', 'phone', 'left-out');
  return phone.extension ? `${phone.number} ext. ${phone.extension}` : phone.number;
}

function readLanguage(text: string, say: SayPart): string | undefined {
  if (text === '') return undefined;
  return languageCode(text) ?? say('unknown-language', 'language', 'left-out');
}

/** Nobody may consent of whom the file does not say so. */
function readConsent(text: string, say: SayPart): boolean {
  const may = parseBoolean(text);
  if (may === undefined && text !== '') say('unknown-value', 'may_consent', 'left-out');
  return may ?? false;
}

/** One line, without signs that cannot be shown. */
function line(value: string | undefined, longest: number): string {
  return text(value, longest).replace(/\s+/g, ' ');
}

function text(value: string | undefined, longest: number): string {
  return (value ?? '')
    .slice(0, longest)
    .replace(/[^\P{C}\n\t]/gu, '')
    .trim();
}
