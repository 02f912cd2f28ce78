import { csvRow } from '../csv/csv-row.ts';
import type { Finding } from './finding.ts';

const COLUMNS = ['file', 'line', 'field', 'value', 'code', 'message', 'action', 'raw'] as const;

export const REPORT_HEADER = csvRow(COLUMNS);

/** One finding as a line of the report. */
export function reportLine(finding: Finding): string {
  return csvRow(COLUMNS.map((column) => finding[column]));
}
