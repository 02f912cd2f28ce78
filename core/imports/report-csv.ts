import { defuseFormula } from './defuse-formula.ts';
import type { Finding } from './finding.ts';

const COLUMNS = ['file', 'line', 'field', 'value', 'code', 'message', 'action', 'raw'] as const;

export const REPORT_HEADER = `${COLUMNS.join(',')}\r\n`;

/** One finding as a line of the report: RFC 4180, every cell quoted where needed, formulas defused. */
export function reportLine(finding: Finding): string {
  return `${COLUMNS.map((column) => cell(finding[column])).join(',')}\r\n`;
}

function cell(value: string | number | undefined): string {
  const text = defuseFormula(value === undefined ? '' : String(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
