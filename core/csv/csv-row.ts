import { defuseFormula } from './defuse-formula.ts';

/** One CSV record (RFC 4180), quoted where needed. No cell of it runs as a formula. What is undefined is empty. */
export function csvRow(values: readonly (string | number | boolean | undefined)[]): string {
  return `${values.map(csvField).join(',')}\r\n`;
}

function csvField(value: string | number | boolean | undefined): string {
  const text = typeof value === 'string' ? defuseFormula(value) : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
