import { csvRow } from '../csv/csv-row.ts';
import { FLAT_COLUMNS, type FlatRow } from './flat-row.ts';

/**
 * The first line, behind a byte order mark, by which spreadsheets know that accents are UTF-8. What was asked for stands
 * in the last column of every row: a spreadsheet that is sorted or cut still says what it is a part of.
 */
export const FLAT_HEADER = `\ufeff${csvRow([...FLAT_COLUMNS, 'filter'])}`;

export function flatLine(row: FlatRow, filter: string): string {
  return csvRow([...FLAT_COLUMNS.map((column) => row[column]), filter]);
}
