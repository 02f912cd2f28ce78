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
  'nearestService',
  'hidden',
] as const;

/** The rows of a gap run as CSV (RFC 4180). A hidden figure is an empty field with `hidden` true; `end` as in GapRow. */
export function gapCsv(result: GapResult, by: 'school' | 'cell'): string {
  const rows = by === 'cell' ? result.byCell : result.bySchool;
  const total: GapRow = { ...result.total, id: 'total', name: 'Total' };
  const names = new Map((result.nearest ?? []).map(({ id, serviceName }) => [id, serviceName]));
  const lineOf = (row: GapRow) => ({ ...row, nearestService: names.get(row.nearestOfferId ?? '') });
  const lines = [...rows, total].map(lineOf);
  return [csvRow(COLUMNS), ...lines.map((line) => csvRow(COLUMNS.map((column) => line[column] ?? '')))].join(
    '',
  );
}
