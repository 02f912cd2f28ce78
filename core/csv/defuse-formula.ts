/** What spreadsheets take for the beginning of a formula, in full width too, whatever blanks stand before it. */
const BEGINNING = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/;
/** Calculated, it is what it was. A telephone number is not: +1-202-555-0100 would become a sum. */
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/** Whether a spreadsheet might calculate the cell (OWASP, "CSV Injection"). */
export function looksLikeFormula(cell: string): boolean {
  return BEGINNING.test(cell) && !PLAIN_NUMBER.test(cell);
}

/**
 * A cell that a spreadsheet shows and never calculates: an apostrophe goes before what looks like a formula. One that
 * has apostrophes before such a thing gets one more, so that it can be told apart when it comes back.
 */
export function defuseFormula(cell: string): string {
  return looksLikeFormula(withoutApostrophes(cell)) ? `'${cell}` : cell;
}

/** The cell as it was before `defuseFormula`. */
export function restoreFormula(cell: string): string {
  return cell.startsWith("'") && looksLikeFormula(withoutApostrophes(cell)) ? cell.slice(1) : cell;
}

function withoutApostrophes(cell: string): string {
  return cell.replace(/^'+/, '');
}
