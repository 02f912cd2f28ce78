import {
  createDirectoryReader,
  type DirectoryTable,
  directoryRow,
  directoryShape,
} from '../../core/imports/directory-table/directory-reader.ts';
import { TableLevels } from '../../core/imports/directory-table/table-levels.ts';
import type { SourceReader } from '../../core/imports/placed-source.ts';
import type { Input } from './input-file.ts';
import { readTable } from './read-table.ts';

/**
 * Readers for tables of services. A table of agencies, sites and programs is looked through once before, for which row
 * stands under which; of each row some letters are kept. A table without levels is not.
 */
export async function directoryReaders(
  input: Input,
  table: DirectoryTable,
  maximumBytes: number,
): Promise<(file: string) => SourceReader> {
  const levels = new TableLevels();
  for (const file of input.files) {
    for await (const event of readTable(file, directoryShape(table), maximumBytes)) {
      if ('columns' in event && !event.columns.has('level')) break;
      if ('row' in event) levels.add(directoryRow(event.row.fields, table));
    }
  }
  return (file) => createDirectoryReader(table, levels, file);
}
