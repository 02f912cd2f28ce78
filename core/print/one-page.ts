/** Sizes of letters in points, from comfortable to the smallest that can still be read. */
export const PRINT_SIZES = [11, 10, 9, 8, 7] as const;
export const SMALLEST_PRINT = 7;
/** To how many letters texts are cut where even the smallest letters do not fit. */
export const PRINT_CUTS = [600, 300, 150, 80] as const;

/** Of a page of 8.5 by 11 inches with half an inch of margin, a tenth less than there is. */
const PAGE = { width: 7.4 * 72, height: 9.9 * 72 * 0.9 };
const LINE_HEIGHT = 1.35;
/** A letter's mean width, of its size: Atkinson Hyperlegible, running text. */
const LETTER_WIDTH = 0.52;

/** How many lines a text takes in letters of this size, across a share of the page. */
export function printedLines(text: string, points: number, share = 1): number {
  const letters = (PAGE.width / (points * LETTER_WIDTH)) * share;
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
}

export function fitsOnPage(lines: number, points: number): boolean {
  return lines <= PAGE.height / (points * LINE_HEIGHT);
}

/** A text in one line, at most so long. */
export function cutText(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}
