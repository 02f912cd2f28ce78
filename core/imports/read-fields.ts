import { cleanLine, cleanText, saysNothing } from './clean-text.ts';
import type { Note } from './finding.ts';
import type { FindingCode } from './finding-codes.ts';
import { parseDate, parseInstant } from './parse-date.ts';
import { parseCount, parseNumber } from './parse-number.ts';
import { mailAddress, webAddress } from './web-address.ts';

/** Reads the cells of one row by field name, cleans them, and notes what could not be used as it is. */
export interface FieldReader {
  /** Several lines of plain text. */
  text(field: string, maximum?: number): string | undefined;
  /** The cell as it came. */
  raw(field: string): string | undefined;
  /** One line of plain text. */
  line(field: string, maximum?: number): string | undefined;
  date(field: string): string | undefined;
  instant(field: string): string | undefined;
  count(field: string): number | undefined;
  number(field: string): number | undefined;
  email(field: string): string | undefined;
  url(field: string): string | undefined;
  /** The ids of a link: usually one; some exports write several with commas. */
  ids(field: string): string[];
  note: Note;
}

const MAXIMUM_TEXT = 20_000;
const MAXIMUM_LINE = 500;

export interface ReadFieldsOptions {
  /** The texts are ours and were cleaned when they first came: whatever they look like, they stay as they are. */
  exact?: boolean | undefined;
}

export function readFields(
  fields: Readonly<Record<string, string>>,
  tell: Note,
  { exact = false }: ReadFieldsOptions = {},
): FieldReader {
  const told = new Set<string>();
  // A field may be read more than once; what is wrong with it is said once.
  const note: Note = (rowNote) => {
    const key = `${rowNote.code} ${rowNote.field ?? ''}`;
    if (!told.has(key)) tell(rowNote);
    told.add(key);
  };
  const clean = (field: string, maximum: number, cleaner: typeof cleanText): string | undefined => {
    const value = fields[field];
    if (value === undefined || value === '') return undefined;
    const bound = 4 * maximum + 1000;
    // Markup can be much longer than its text, but not without bound.
    const { text, repairs } = exact ? { text: value, repairs: [] } : cleaner(value.slice(0, bound));
    const isCut = value.length > bound;
    if (!exact && saysNothing(text) && !isCut) return undefined;
    for (const code of repairs) note({ code, field, value, action: 'repaired' });
    if (isSuspectCell(text)) note({ code: 'formula-in-cell', field, value, action: 'kept' });
    if (text.length <= maximum && !isCut) return text;
    note({
      code: 'too-long',
      field,
      value,
      action: 'repaired',
      detail: `It had ${value.length} characters.`,
    });
    if (saysNothing(text)) return undefined;
    return text.length <= maximum ? text : `${text.slice(0, maximum - 1).trimEnd()}…`;
  };
  const line = (field: string, maximum = MAXIMUM_LINE) => clean(field, maximum, cleanLine);
  const parsed = <T>(
    field: string,
    parse: (text: string) => T | undefined,
    code: FindingCode,
  ): T | undefined => {
    const value = line(field);
    if (value === undefined) return undefined;
    const result = parse(value);
    if (result === undefined) note({ code, field, value, action: 'left-out' });
    return result;
  };
  /** The first of several that stand in one cell, where each of them is right. */
  const first = (
    field: string,
    parse: (text: string) => string | undefined,
    code: FindingCode,
  ): string | undefined => {
    const value = line(field, 2000);
    const pieces = value?.split(/\s*[;,]\s+|\s*[;]\s*|\s+/) ?? [];
    if (value === undefined || pieces.length < 2 || !pieces.every((piece) => parse(piece) !== undefined))
      return parsed(field, parse, code);
    note({ code: 'several-values', field, value, action: 'repaired' });
    return pieces[0];
  };
  return {
    raw: (field) => fields[field]?.trim() || undefined,
    line,
    text: (field, maximum = MAXIMUM_TEXT) => clean(field, maximum, cleanText),
    date: (field) => parsed(field, parseDate, 'bad-date'),
    instant: (field) => parsed(field, parseInstant, 'bad-date'),
    count: (field) => parsed(field, parseCount, 'bad-number'),
    number: (field) => parsed(field, parseNumber, 'bad-number'),
    email: (field) => first(field, mailAddress, 'bad-email'),
    url: (field) => first(field, webAddress, 'bad-url'),
    ids: (field) => splitIds(fields[field] ?? ''),
    note,
  };
}

/** "12,34" or "12; 34" as ids; words for nothing are none. */
export function splitIds(text: string): string[] {
  const ids = text.split(/[,;|\s]+/).map((id) => id.trim());
  return [...new Set(ids)].filter((id) => !saysNothing(id)).map((id) => id.slice(0, 500));
}

/** What could only be meant for a spreadsheet to calculate; "- a list item" and "+1 202…" are ordinary text. */
function isSuspectCell(text: string): boolean {
  return /^(?:=|@[A-Z]+\(|[+-][^\s()]*\()/.test(text);
}
