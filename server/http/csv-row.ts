/**
 * One CSV record (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe before it
 * (OWASP, "CSV Injection").
 */
export function csvRow(values: readonly (string | number | boolean)[]): string {
  return `${values.map(csvField).join(',')}\r\n`;
}

function csvField(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
