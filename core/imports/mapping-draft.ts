import { type ColumnNames, mapColumns } from './columns.ts';
import { TERM_COLUMN } from './directory-table/row-terms.ts';
import type { ImportMapping } from './import-mapping.ts';
import { normalizeHeader } from './map-headers.ts';

/** What is chosen for a column: one of our fields, `KEPT` as a note beside the record, or `LEFT_OUT`. */
export const KEPT = '';
export const LEFT_OUT = '-';
/** What is chosen for a category: one of our terms, what Trellis makes of it itself, or none of ours. */
export const BY_NAME = '';
export const NO_TERM = '-';

/** A mapping as somebody works on it. */
export interface MappingDraft {
  /** A choice for each column, by position. */
  choices: readonly string[];
  everyRow: Readonly<Record<string, string>>;
  terms: Readonly<Record<string, string>>;
}

/** What is remembered of the source, and for the rest what the names of the columns say. */
export function beginDraft(
  headers: readonly string[],
  known: ColumnNames,
  remembered?: Pick<ImportMapping, 'columns' | 'everyRow' | 'leftOut' | 'terms'>,
): MappingDraft {
  const columns = mapColumns(headers, known, remembered?.columns);
  const leftOut = new Set((remembered?.leftOut ?? []).map(normalizeHeader));
  const choices: string[] = headers.map((header) => (leftOut.has(normalizeHeader(header)) ? LEFT_OUT : KEPT));
  for (const [field, at] of columns) if (choices[at] === KEPT) choices[at] = field;
  const terms = (remembered?.terms ?? []).map(({ name, to }): [string, string] => [name, to[0] ?? NO_TERM]);
  return { choices, everyRow: { ...remembered?.everyRow }, terms: Object.fromEntries(terms) };
}

/** Gives a column another meaning. A field has one column: who had it before is kept as a note. */
export function choose(draft: MappingDraft, column: number, choice: string): MappingDraft {
  const isField = choice !== KEPT && choice !== LEFT_OUT && choice !== TERM_COLUMN;
  const choices = draft.choices.map((held, at) => {
    if (at === column) return choice;
    return isField && held === choice ? KEPT : held;
  });
  return { ...draft, choices };
}

/** What is sent and remembered: fields that would be guessed and were not wanted are mapped to nothing. */
export function mappingOf(
  draft: MappingDraft,
  headers: readonly string[],
  known: ColumnNames,
): ImportMapping {
  const chosen = new Map(draft.choices.map((choice, at) => [choice, headers[at]!] as const));
  const isField = (choice: string) => ![KEPT, LEFT_OUT, TERM_COLUMN].includes(choice);
  const columns = Object.fromEntries([...chosen].filter(([choice]) => isField(choice)));
  const guessed = mapColumns(headers, known, columns);
  for (const field of guessed.keys()) columns[field] ??= '';
  const filled = Object.entries(draft.everyRow).filter(([, text]) => text.trim() !== '');
  const decided = Object.entries(draft.terms).filter(([, term]) => term !== BY_NAME);
  return {
    columns,
    everyRow: Object.fromEntries(filled),
    leftOut: headers.filter((_, at) => draft.choices[at] === LEFT_OUT),
    terms: decided.map(([name, term]) => ({ name, to: term === NO_TERM ? [] : [term] })),
    headers: [...headers],
  };
}

/** The groups of needed fields of which the draft has none. */
export function missingFields(
  { choices, everyRow }: MappingDraft,
  needed: readonly (readonly string[])[],
): (readonly string[])[] {
  return needed.filter((group) => !group.some((field) => choices.includes(field) || everyRow[field]?.trim()));
}

/** How a file's columns differ from those of the file before: what was used then and is gone, and what is new. */
export function comparedColumns(
  headers: readonly string[],
  remembered: Pick<ImportMapping, 'columns' | 'headers'>,
): { gone: string[]; fresh: string[] } {
  const now = new Set(headers.map(normalizeHeader));
  const before = new Set(remembered.headers.map(normalizeHeader));
  const used = Object.values(remembered.columns).filter(Boolean);
  return {
    gone: used.filter((column) => !now.has(normalizeHeader(column))),
    fresh: before.size === 0 ? [] : headers.filter((header) => !before.has(normalizeHeader(header))),
  };
}
