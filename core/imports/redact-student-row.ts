/**
 * What a report keeps of a student's row: which columns were filled, and nothing of what stands in them. The file's line
 * leads whoever may see the file to the rest.
 */
export function redactStudentRow(headers: readonly string[], cells: readonly string[]): string {
  const filled = headers.filter((header, index) => header !== '' && (cells[index] ?? '').trim() !== '');
  return JSON.stringify(Object.fromEntries(filled.map((header) => [header, '[removed]'])));
}
