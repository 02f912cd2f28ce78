import { restoreFormula } from '../../core/csv/defuse-formula.ts';
import type { Note, RowPlace } from '../../core/imports/finding.ts';
import { flattenRecord } from '../../core/imports/flatten-record.ts';
import { type HsdsTable, isRecordTable, tableRule } from '../../core/imports/hsds-tables.ts';
import type { InputRecord } from '../../core/imports/input-record.ts';
import { guessTable, type HeaderMap, mapHeaders, tableByName } from '../../core/imports/map-headers.ts';
import type { PlacedSource, SourceReader } from '../../core/imports/placed-source.ts';
import { MAXIMUM_RAW, rawRow } from '../../core/imports/raw-row.ts';
import { AS_TOLD, readAsTold } from '../../core/imports/read-as-told.ts';

export function createSourceReader(file: string): SourceReader {
  let table: HsdsTable | undefined;
  let headers: string[] = [];
  let map: HeaderMap = { fields: [], unknown: [] };
  let toldUnknown = false;
  const header = (cells: string[], line: number, tell: (place: RowPlace) => Note): void => {
    headers = cells.map((cell) => cell.trim());
    table = guessTable(headers, file);
    const place = { file, line };
    if (!table) {
      tell(place)({ code: 'unknown-file', action: 'left-out', value: headers.join(', ') });
      return;
    }
    map = mapHeaders(headers, tableRule(table));
    const action = isRecordTable(table) ? 'kept' : 'left-out';
    const detail = isRecordTable(table)
      ? 'Its values are kept with the records, as attributes.'
      : 'Its values stand in this report.';
    for (const { header: column } of map.unknown.filter(({ header: name }) => name !== AS_TOLD))
      tell(place)({ code: 'unknown-column', field: column, action, detail });
  };
  return {
    take(record, tell) {
      if (record.kind === 'note') tell({ file, line: record.line })(record.note);
      if (record.kind === 'header') header(record.cells, record.line, tell);
      if (record.kind === 'row' && table) return csvRow(record, { file, table, headers, map }, tell);
      if (record.kind === 'json') {
        const rows = jsonRows(record, file, tell, toldUnknown);
        toldUnknown ||= rows.length === 0;
        return rows;
      }
      return [];
    },
  };
}

interface CsvFile {
  file: string;
  table: HsdsTable;
  headers: readonly string[];
  map: HeaderMap;
}

function csvRow(
  record: InputRecord & { kind: 'row' },
  { file, table, headers, map }: CsvFile,
  tell: (place: RowPlace) => Note,
): PlacedSource[] {
  const { line } = record;
  const cells = record.cells.map(restoreFormula);
  const place = { file, line, raw: rawRow(headers, cells) };
  for (const note of record.notes) tell(place)(note);
  if (record.notes.some(({ action }) => action === 'refused')) return [];
  const surplus = cells.slice(headers.length).some((cell) => cell.trim() !== '');
  const value = `${cells.length} of ${headers.length} cells`;
  // One cell too many has moved all behind it: no telling which value belongs where.
  if (surplus) tell(place)({ code: 'ragged-row', action: 'refused', value });
  else if (cells.length < headers.length)
    tell(place)({
      code: 'ragged-row',
      action: 'kept',
      value,
      detail: 'What is missing at the end is taken as empty.',
    });
  if (surplus) return [];
  const fields: Record<string, string> = {};
  for (const [index, name] of map.fields.entries()) if (name) fields[name] = cells[index] ?? '';
  const rest = map.unknown
    .map(({ index, header }) => ({ name: header, value: cells[index] ?? '' }))
    .filter(({ value }) => value.trim() !== '');
  for (const { name, value: told } of rest) if (name === AS_TOLD) Object.assign(fields, readAsTold(told));
  const extra = rest.filter(({ name }) => name !== AS_TOLD);
  return [{ source: { table, fields, extra, embedded: false }, place }];
}

function jsonRows(
  record: InputRecord & { kind: 'json' },
  file: string,
  tell: (place: RowPlace) => Note,
  toldUnknown: boolean,
): PlacedSource[] {
  const { value, line, list } = record;
  const place = { file, line, raw: JSON.stringify(value)?.slice(0, MAXIMUM_RAW) };
  for (const note of record.notes) tell(place)(note);
  if (record.notes.some(({ action }) => action === 'refused')) return [];
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const { record_type: type, ...own } = isObject ? (value as Record<string, unknown>) : {};
  // What an export of ours says of itself, in its first line.
  if (type === 'export') return [];
  const said = typeof type === 'string' ? tableByName(type)[0] : undefined;
  const content = said ? own : isObject ? (value as Record<string, unknown>) : {};
  const table = said ?? jsonTable(content, list, file);
  if (!table) {
    tell(place)(
      toldUnknown || !isObject
        ? { code: 'bad-record', action: 'refused' }
        : { code: 'unknown-file', action: 'left-out' },
    );
    return [];
  }
  return flattenRecord(content, table).map((source) => ({
    source,
    place: {
      file,
      line,
      raw: JSON.stringify(
        Object.fromEntries([
          ...Object.entries(source.fields),
          ...source.extra.map(({ name, value: text }) => [name, text]),
        ]),
      ).slice(0, MAXIMUM_RAW),
    },
  }));
}

/** What a JSON record is: by the list it stood in, then by its keys. Lists inside it say nothing about itself. */
function jsonTable(record: Record<string, unknown>, list: string, file: string): HsdsTable | undefined {
  const keys = Object.entries(record)
    .filter(([, value]) => !Array.isArray(value))
    .map(([key]) => key);
  const named = tableByName(list)[0];
  return guessTable(keys, named ? list : file) ?? (named && keys.includes('id') ? named : undefined);
}
