/**
 * Whether a spreadsheet would calculate the cell (OWASP, "CSV Injection"). A plain negative number or an
 * international telephone number does no harm and is not meant.
 */
export function looksLikeFormula(cell: string): boolean {
  if (!/^[=+\-@\t\r]/.test(cell)) return false;
  return !/^[+-][\d\s().-]*$/.test(cell);
}

/** A cell that a spreadsheet shows and never calculates: an apostrophe goes before what looks like a formula. */
export function defuseFormula(cell: string): string {
  return looksLikeFormula(cell) ? `'${cell}` : cell;
}
