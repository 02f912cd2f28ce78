import type { Note, RowNote } from '../../../core/imports/finding.ts';
import type { HsdsTable } from '../../../core/imports/hsds-tables.ts';
import { readFields } from '../../../core/imports/read-fields.ts';
import { readRow } from '../../../core/imports/read-row.ts';

/** Collects notes; `codes` says them in short. */
export function notebook(): { note: Note; notes: RowNote[]; codes(): string[] } {
  const notes: RowNote[] = [];
  return {
    note: (told) => void notes.push(told),
    notes,
    codes: () => notes.map(({ code, action }) => `${code} ${action}`),
  };
}

export function reader(fields: Record<string, string>) {
  const book = notebook();
  return { row: readFields(fields, book.note), ...book };
}

export function read(table: HsdsTable, fields: Record<string, string>, file = `${table}.csv`) {
  const book = notebook();
  const staged = readRow({ table, fields, extra: [], embedded: false }, book.note, { file });
  return { staged, ...book };
}
