import { type ColumnNames, mapColumns } from './columns.ts';
import type { RowNote } from './finding.ts';
import type { InputRecord } from './input-record.ts';
import { recordPairs } from './record-pairs.ts';

/** A row of a table with named fields, from CSV, JSON, NDJSON or GeoJSON. */
export interface TableRow {
  line: number;
  headers: string[];
  cells: string[];
  /** Cells by field of ours, as far as a column was found. */
  fields: Record<string, string>;
  notes: RowNote[];
}

export interface TableShape {
  known: ColumnNames;
  /** Our field → the file's column, where people say so. */
  columns?: Readonly<Record<string, string>> | undefined;
  /** Fields without which nothing can be done; each entry lists fields of which one must be there. */
  needed: readonly (readonly string[])[];
  /** Read the outline of a GeoJSON feature as the column "geometry", and its own id as "feature_id". */
  outlines?: true;
}

export type TableEvent =
  | { row: TableRow }
  | { note: RowNote; line: number }
  | { columns: ReadonlyMap<string, number>; headers: string[] };

/** Turns the records of one file into rows by field. One file, one reader: its header holds for all that follows. */
export interface TableReader {
  take(record: InputRecord): TableEvent[];
  /** The file has not the columns that are needed: nothing more will come of it. */
  readonly isOver: boolean;
}

export function createTableReader(shape: TableShape): TableReader {
  let headers: string[] = [];
  let columns: ReadonlyMap<string, number> = new Map();
  let signature = '';
  let isOver = false;
  const begin = (names: string[], record: InputRecord): TableEvent[] => {
    headers = names;
    columns = mapColumns(headers, shape.known, shape.columns);
    const missing = shape.needed.filter((fields) => !fields.some((field) => columns.has(field)));
    const isFirst = signature === '';
    signature = headers.join('\n');
    if (!isFirst) return [];
    if (missing.length === 0) return [{ columns, headers }];
    isOver = record.kind === 'header';
    return missing.map((fields) => ({
      note: { code: 'missing-column', field: fields.join(' or '), action: 'left-out' },
      line: record.line,
    }));
  };
  const rowOf = (record: InputRecord & { kind: 'row' | 'json' }, cells: string[]): TableEvent => ({
    row: {
      line: record.line,
      headers,
      cells,
      fields: fieldsOf(columns, cells),
      notes: rowNotes(record, headers),
    },
  });
  return {
    get isOver() {
      return isOver;
    },
    take(record) {
      if (isOver) return [];
      if (record.kind === 'note') return [{ note: record.note, line: record.line }];
      if (record.kind === 'header')
        return begin(
          record.cells.map((cell) => cell.trim()),
          record,
        );
      if (record.kind === 'row') return [rowOf(record, record.cells)];
      const pairs = recordPairs(record.value, shape.outlines);
      const names = pairs.map(([name]) => name);
      const said = names.join('\n') === signature ? [] : begin(names, record);
      return [
        ...said,
        rowOf(
          record,
          pairs.map(([, value]) => value),
        ),
      ];
    },
  };
}

function fieldsOf(columns: ReadonlyMap<string, number>, cells: readonly string[]): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [field, index] of columns) fields[field] = cells[index] ?? '';
  return fields;
}

function rowNotes(record: InputRecord & { kind: 'row' | 'json' }, headers: readonly string[]): RowNote[] {
  if (record.kind === 'json') return record.notes;
  const surplus = record.cells.slice(headers.length).some((cell) => cell.trim() !== '');
  const value = `${record.cells.length} of ${headers.length} cells`;
  if (surplus) return [...record.notes, { code: 'ragged-row', action: 'refused', value }];
  return record.cells.length < headers.length
    ? [...record.notes, { code: 'ragged-row', action: 'kept', value }]
    : record.notes;
}
