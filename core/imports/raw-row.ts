/** Longest text of a raw row that a report keeps. */
export const MAXIMUM_RAW = 200_000;

/** A row as it came, for the report: its filled cells by their headers. */
export function rawRow(headers: readonly string[], cells: readonly string[]): string {
  const named = cells.map((cell, index) => [headers[index] || `column ${index + 1}`, cell] as const);
  return JSON.stringify(Object.fromEntries(named.filter(([, cell]) => cell !== ''))).slice(0, MAXIMUM_RAW);
}
