import { csvRow } from '../../core/csv/csv-row.ts';
import type { GapResult, GapRow, GapUnit } from '../../core/gaps/gap.ts';
import { rowsBy } from '../../core/gaps/rows-by.ts';

const STUDENTS = ['students', 'covered', 'share', 'end', 'unmet'] as const;
const ACCESS = [
  'people',
  'peopleLow',
  'peopleHigh',
  'access',
  'accessLow',
  'accessHigh',
  'outOfReach',
] as const;

/**
 * The rows of a gap run as CSV (RFC 4180). A hidden figure is an empty field with `hidden` true; `end` as in GapRow. A
 * measure of access has columns of its own.
 */
export function gapCsv(result: GapResult, by: GapUnit): string {
  const own = result.access ? ACCESS : [];
  const columns = ['id', 'name', ...STUDENTS, ...own, 'nearestMinutes', 'nearestService', 'hidden'] as const;
  const total: GapRow = { ...result.total, id: 'total', name: 'Total' };
  const names = new Map((result.nearest ?? []).map(({ id, serviceName }) => [id, serviceName]));
  const lineOf = (row: GapRow) => ({ ...row, nearestService: names.get(row.nearestOfferId ?? '') });
  const lines = [...rowsBy(result, by), total].map(lineOf);
  return [csvRow(columns), ...lines.map((line) => csvRow(columns.map((column) => line[column] ?? '')))].join(
    '',
  );
}
