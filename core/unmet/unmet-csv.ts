import { csvRow } from '../csv/csv-row.ts';
import type { UnmetEntry } from './unmet-note.ts';

const COLUMNS = ['term', 'name', 'where', 'school', 'source', 'from', 'to', 'times'];

/** The ledger as CSV (RFC 4180), as it is shown; names as the reader calls them. */
export function unmetCsv(
  entries: readonly UnmetEntry[],
  names: { term(id: string): string; school(id: string): string },
): string {
  const rows = entries.map(({ term, where, schoolId, source, from, to, times }) => [
    term,
    names.term(term),
    where,
    schoolId === undefined ? '' : names.school(schoolId),
    source,
    from,
    to,
    times,
  ]);
  return [COLUMNS, ...rows].map((row) => csvRow(row)).join('');
}
