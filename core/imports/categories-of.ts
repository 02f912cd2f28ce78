import { splitCategories } from './directory-table/split-terms.ts';
import type { InputRecord } from './input-record.ts';
import { recordPairs } from './record-pairs.ts';

/** The categories in a column of a sample, the most frequent first, with how many rows have each. */
export function categoriesOf(
  records: readonly InputRecord[],
  headers: readonly string[],
  column: number,
): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const record of records) {
    const names = new Set(splitCategories(cellOf(record, headers, column)));
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** A cell of a record of whichever format. */
export function cellOf(record: InputRecord, headers: readonly string[], column: number): string {
  if (record.kind === 'row') return record.cells[column] ?? '';
  if (record.kind !== 'json') return '';
  return recordPairs(record.value).find(([name]) => name === headers[column])?.[1] ?? '';
}

/** The columns of a sample: of CSV its header, of JSON the names of all its records. */
export function headersOf(records: readonly InputRecord[], outlines = false): string[] {
  const header = records.find(({ kind }) => kind === 'header');
  if (header?.kind === 'header') return header.cells.map((cell) => cell.trim());
  const names = records.flatMap((record) =>
    record.kind === 'json' ? recordPairs(record.value, outlines).map(([name]) => name) : [],
  );
  return [...new Set(names)];
}
