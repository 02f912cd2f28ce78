import { csvRow } from '../../core/csv/csv-row.ts';
import type { GapResult, GapRow } from '../../core/gaps/gap.ts';

const COLUMNS = [
  'id',
  'name',
  'students',
  'covered',
  'share',
  'end',
  'unmet',
  'nearestMinutes',
  'hidden',
] as const;

/** The rows of a gap run as CSV (RFC 4180). A hidden figure is an empty field with `hidden` true; `end` as in GapRow. */
export function gapCsv(result: GapResult, by: 'school' | 'cell'): string {
  const rows = by === 'cell' ? result.byCell : result.bySchool;
  const total: GapRow = { ...result.total, id: 'total', name: 'Total' };
  return [
    csvRow(COLUMNS),
    ...[...rows, total].map((row) => csvRow(COLUMNS.map((column) => row[column] ?? ''))),
  ].join('');
}
