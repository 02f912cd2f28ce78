import { csvRow } from '../../core/csv/csv-row.ts';
import type { HsdsObject } from '../../core/hsds/hsds-object.ts';
import { type HsdsRow, recordRows } from '../../core/hsds/record-rows.ts';
import { TABLE_FILES, type TableName } from '../../core/hsds/tables.ts';
import type { DirectoryLists } from './directory-lists.ts';
import type { TableFiles } from './table-files.ts';

/** Tables whose rows come with every record that names them. */
const SHARED: ReadonlySet<TableName> = new Set(['unit', 'taxonomy', 'taxonomy_term']);

/**
 * Writes the directory as tables, each record read once. What is remembered on the way are the ids of the terms and units
 * in use, which do not grow with the directory.
 */
export async function writeTables(
  files: TableFiles,
  lists: DirectoryLists,
  isGone: () => boolean,
): Promise<void> {
  const written = new Set<string>();
  const isRepeat = ({ table, cells }: HsdsRow) => {
    const key = `${table} ${cells.id}`;
    if (!SHARED.has(table)) return false;
    if (written.has(key)) return true;
    written.add(key);
    return false;
  };
  for (const { file, columns } of Object.values(TABLE_FILES))
    await files.add(file, csvRow(columns.map(({ name }) => name)));
  for (const [table, records] of recordsOf(lists)) {
    for await (const record of records) {
      if (isGone()) return;
      for (const row of recordRows(table, record)) if (!isRepeat(row)) await files.add(...lineOf(row));
    }
  }
  await files.finish();
}

function recordsOf(lists: DirectoryLists): [TableName, AsyncIterable<HsdsObject>][] {
  return [
    ['organization', lists.organizations],
    ['location', lists.places],
    ['service', lists.services],
  ];
}

function lineOf({ table, cells }: HsdsRow): [string, string] {
  const { file, columns } = TABLE_FILES[table];
  return [file, csvRow(columns.map(({ name }) => cells[name]))];
}
