import { createTableReader, type TableEvent, type TableShape } from '../../core/imports/table-reader.ts';
import type { InputFile } from './input-file.ts';
import { readRecords } from './read-records.ts';

/** The rows of one file by field. A file without the needed columns gives a note and no rows. */
export async function* readTable(
  file: InputFile,
  shape: TableShape,
  maximumBytes: number,
): AsyncGenerator<TableEvent> {
  const reader = createTableReader(shape);
  for await (const record of readRecords(file, maximumBytes)) {
    yield* reader.take(record);
    if (reader.isOver) return;
  }
}
