import type { Note, RowNote, RowPlace } from '../finding.ts';
import { normalizeHeader } from '../map-headers.ts';
import type { PlacedSource, SourceReader } from '../placed-source.ts';
import { rawRow } from '../raw-row.ts';
import { createTableReader, type TableRow, type TableShape } from '../table-reader.ts';
import { DIRECTORY_COLUMNS, NEVER_READ, OTHER_PHONES, PHONES } from './directory-columns.ts';
import { type FlatRow, flatRow } from './flat-row.ts';
import { type RowContext, readDirectoryRow } from './read-directory-row.ts';
import { levelOf, type TableLevels } from './table-levels.ts';
import type { TablePart } from './table-part.ts';

/** How a table of services is read: as people said, or by the names of its columns. */
export interface DirectoryTable {
  /** Our field → the file's column; an empty column: this field has none, whatever a column is called. */
  columns?: Readonly<Record<string, string>> | undefined;
  /** What every row says where it says nothing itself; under `terms` ids of ours, parted by semicolons. */
  everyRow?: Readonly<Record<string, string>> | undefined;
  /** Columns of which nothing is kept. */
  leftOut?: readonly string[] | undefined;
}

export function directoryShape({ columns }: DirectoryTable): TableShape {
  return { known: DIRECTORY_COLUMNS, columns, needed: [['service_name', 'organization_name']] };
}

/** A row of the table with what holds for every row. Categories of every row are added elsewhere, not put in their place. */
export function directoryRow(
  fields: Readonly<Record<string, string>>,
  { everyRow }: DirectoryTable,
): FlatRow {
  const { terms: _terms, ...rest } = everyRow ?? {};
  return flatRow(fields, rest);
}

/** Reads a table with a row a service; `levels` knows the rows of the whole table. */
export function createDirectoryReader(
  table: DirectoryTable,
  levels: TableLevels,
  file: string,
): SourceReader {
  const reader = createTableReader(directoryShape(table));
  const context: RowContext = { levels, everyTerm: table.everyRow?.terms ?? '' };
  let spare: number[] = [];
  let hidden: ReadonlySet<number> = new Set();
  let columns: ReadonlyMap<string, number> = new Map();
  const begin = (found: ReadonlyMap<string, number>, headers: readonly string[]): RowNote[] => {
    const unread = readNever(headers, table.leftOut);
    const taken = new Set(found.values());
    columns = found;
    hidden = unread;
    spare = headers.flatMap((header, at) => (header && !taken.has(at) && !unread.has(at) ? [at] : []));
    return [...spareNotes(headers, spare), ...vanished(headers, table.columns)];
  };
  const take = (
    { headers, cells, fields, line, notes }: TableRow,
    tell: (place: RowPlace) => Note,
  ): PlacedSource[] => {
    const row = directoryRow(fields, table);
    const secret = new Set([...hidden, ...privateColumns(row, columns)]);
    const shown = cells.map((cell, at) => (secret.has(at) ? '' : cell));
    const place = { file, line, raw: rawRow(headers, shown) };
    for (const note of notes) tell(place)(note);
    if (notes.some(({ action }) => action === 'refused')) return [];
    if (row.says('excluded')) {
      tell({ file, line })({ code: 'not-public', field: 'excluded', action: 'refused' });
      return [];
    }
    const parts = readDirectoryRow(row, context);
    for (const note of aboutRow(row, parts)) tell(place)(note);
    const extra = spare.map((at) => ({ name: headers[at]!, value: cells[at] ?? '' }));
    return placed(parts, extra, place);
  };
  return {
    take(record, tell) {
      return reader.take(record).flatMap((event) => {
        if ('row' in event) return take(event.row, tell);
        const notes = 'note' in event ? [event.note] : begin(event.columns, event.headers);
        for (const note of notes) tell({ file, line: record.line })(note);
        return [];
      });
    },
  };
}

function readNever(headers: readonly string[], leftOut: readonly string[] = []): Set<number> {
  const names = new Set([...NEVER_READ, ...leftOut].map(normalizeHeader));
  return new Set(headers.flatMap((header, at) => (names.has(normalizeHeader(header)) ? [at] : [])));
}

function spareNotes(headers: readonly string[], spare: readonly number[]): RowNote[] {
  const detail = 'Its values are kept with the services, as attributes.';
  return spare.map((at) => ({ code: 'unknown-column', field: headers[at]!, action: 'kept', detail }));
}

/** Columns that people named and the file does not have. */
function vanished(headers: readonly string[], columns: DirectoryTable['columns'] = {}): RowNote[] {
  const names = new Set(headers.map(normalizeHeader));
  return Object.entries(columns)
    .filter(([, column]) => column !== '' && !names.has(normalizeHeader(column)))
    .map(([field, value]) => ({ code: 'missing-column', field, value, action: 'left-out' }));
}

const SECRETS: readonly (readonly [string, readonly string[]])[] = [
  ...[...PHONES, ...OTHER_PHONES].map(
    (field) => [`${field}_private`, [field, `${field}_name`, `${field}_description`]] as const,
  ),
  ['mailing_private', ['mailing_attention', 'mailing_address_1', 'mailing_address_2']],
];

/** Columns that this row keeps from the public. */
function privateColumns(row: FlatRow, columns: ReadonlyMap<string, number>): number[] {
  const fields = SECRETS.flatMap(([flag, kept]) => (row.says(flag) ? kept : []));
  return fields.flatMap((field) => columns.get(field) ?? []);
}

function aboutRow(row: FlatRow, parts: readonly TablePart[]): RowNote[] {
  const notes: RowNote[] = SECRETS.filter(([flag, [field]]) => row.says(flag) && row.cell(field!) !== '').map(
    ([, [field]]) => ({ code: 'not-public', field: field!, action: 'left-out' }),
  );
  const tables = new Set(parts.map(({ source }) => source.table));
  const isLost = tables.has('service') && !tables.has('service_at_location') && !levelOf(row.cell('level'));
  return isLost ? [...notes, { code: 'no-place', field: 'address_1', action: 'kept' }] : notes;
}

/** What no field takes goes with the service, or with what the row is instead. */
function placed(
  parts: readonly TablePart[],
  extra: readonly { name: string; value: string }[],
  place: RowPlace,
): PlacedSource[] {
  const said = extra.filter(({ value }) => value.trim() !== '');
  const main = ['service', 'organization', 'location']
    .map((table) => parts.findIndex(({ source }) => source.table === table))
    .find((at) => at >= 0);
  return parts.map(({ source, names }, at) => ({
    source: at === main && said.length > 0 ? { ...source, extra: said } : source,
    names,
    place,
  }));
}
