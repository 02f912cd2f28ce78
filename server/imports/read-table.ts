import { type ColumnNames, mapColumns } from '../../core/imports/columns.ts';
import type { RowNote } from '../../core/imports/finding.ts';
import type { InputFile } from './input-file.ts';
import type { InputRecord } from './read-records.ts';
import { readRecords } from './read-records.ts';

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

/** The rows of one file by field. A file without the needed columns gives a note and no rows. */
export async function* readTable(
  file: InputFile,
  shape: TableShape,
  maximumBytes: number,
): AsyncGenerator<TableEvent> {
  let headers: string[] = [];
  let columns: ReadonlyMap<string, number> = new Map();
  let signature = '';
  for await (const record of readRecords(file, maximumBytes)) {
    if (record.kind === 'note') {
      yield { note: record.note, line: record.line };
      continue;
    }
    const pairs = record.kind === 'json' ? pairsOf(record, shape) : undefined;
    if (record.kind === 'header' || (pairs && pairs.map(([name]) => name).join('\n') !== signature)) {
      headers =
        record.kind === 'header' ? record.cells.map((cell) => cell.trim()) : pairs!.map(([name]) => name);
      columns = mapColumns(headers, shape.known, shape.columns);
      const missing = shape.needed.filter((fields) => !fields.some((field) => columns.has(field)));
      if (signature === '') {
        for (const fields of missing) {
          yield {
            note: { code: 'missing-column', field: fields.join(' or '), action: 'left-out' },
            line: record.line,
          };
        }
        if (missing.length > 0 && record.kind === 'header') return;
        if (missing.length === 0) yield { columns, headers };
      }
      signature = headers.join('\n');
    }
    if (record.kind === 'header') continue;
    const cells = record.kind === 'row' ? record.cells : pairs!.map(([, value]) => value);
    yield {
      row: {
        line: record.line,
        headers,
        cells,
        fields: fieldsOf(columns, cells),
        notes: rowNotes(record, headers),
      },
    };
  }
}

function fieldsOf(columns: ReadonlyMap<string, number>, cells: readonly string[]): Record<string, string> {
  return Object.fromEntries([...columns].map(([field, index]) => [field, cells[index] ?? '']));
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

/** Names and values of a JSON record; of a GeoJSON feature its properties and the coordinates of its point. */
function pairsOf({ value }: InputRecord & { kind: 'json' }, { outlines }: TableShape): [string, string][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const record = value as Record<string, unknown>;
  if (record.type !== 'Feature') return scalars(record);
  const properties = scalars((record.properties ?? {}) as Record<string, unknown>);
  const names = new Set(properties.map(([name]) => name.toLowerCase()));
  const [longitude, latitude] = pointOf(record.geometry);
  const point: [string, string][] = [
    ['longitude', longitude],
    ['latitude', latitude],
  ];
  if (outlines) properties.push(...outlineOf(record));
  return [...properties, ...point.filter(([name, text]) => text !== '' && !names.has(name))];
}

function outlineOf({ id, geometry }: Record<string, unknown>): [string, string][] {
  const isPoint =
    typeof geometry === 'object' && geometry !== null && 'type' in geometry && geometry.type === 'Point';
  return [
    ['feature_id', typeof id === 'string' || typeof id === 'number' ? String(id) : ''],
    ['geometry', geometry === null || geometry === undefined || isPoint ? '' : JSON.stringify(geometry)],
  ];
}

function scalars(record: Record<string, unknown>): [string, string][] {
  return Object.entries(record).map(([name, value]) => [
    name,
    value === null || value === undefined
      ? ''
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value),
  ]);
}

function pointOf(geometry: unknown): [string, string] {
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry) || geometry.type !== 'Point')
    return ['', ''];
  const coordinates: unknown = 'coordinates' in geometry ? geometry.coordinates : undefined;
  return Array.isArray(coordinates) ? [String(coordinates[0] ?? ''), String(coordinates[1] ?? '')] : ['', ''];
}
