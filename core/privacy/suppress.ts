/** A figure about fewer students than this is hidden. */
export const THRESHOLD = 10;

/**
 * One row of a table of students: `parts` are disjoint counts that make up the row, each a figure that could be
 * read off or worked out. A plain count has one part; a share has two, those it holds for and the others.
 */
export interface CountRow {
  id: string;
  parts: readonly number[];
}

/**
 * Which rows to hide, so that no figure about 1 to threshold - 1 students is shown or follows by subtraction
 * from the total.
 *
 * First (primary) every row with such a part, and every row in `alreadyHidden`. Then (complementary), as long as
 * what is hidden together could be worked out to a small figure, the smallest row that is still shown. What is
 * left satisfies: nothing is hidden, or at least two rows are, and each part of their sum is 0 or at least the
 * threshold. Students of the total who are in no row count as one more row, which is never shown.
 *
 * A part of 0 may be shown: it says of a row of at least `threshold` students that all are alike.
 * Rows without anybody are never hidden and protect nobody.
 * Where the total itself has a small part nobody may show it, so that nothing can be subtracted from it, and the
 * primary rows are enough.
 */
export function rowsToHide(
  total: readonly number[],
  rows: readonly CountRow[],
  { threshold = THRESHOLD, alreadyHidden = new Set() }: HideOptions = {},
): Set<string> {
  const peopled = rows.filter((row) => size(row.parts) > 0).sort(bySize);
  const isPrimary = (row: CountRow) => alreadyHidden.has(row.id) || hasSmallPart(row.parts, threshold);
  const hidden = peopled.filter(isPrimary);
  const shown = peopled.filter((row) => !isPrimary(row));
  if (!hasSmallPart(total, threshold)) {
    const rest = remainder(total, rows);
    while (!isProtected(hidden, rest, threshold) && shown.length > 0) hidden.push(shown.shift()!);
  }
  return new Set(hidden.map((row) => row.id));
}

export interface HideOptions {
  threshold?: number;
  alreadyHidden?: ReadonlySet<string>;
}

/** Whether a figure of 1 to threshold - 1 students is among these. */
export function hasSmallPart(parts: readonly number[], threshold = THRESHOLD): boolean {
  return parts.some((count) => count > 0 && count < threshold);
}

function isProtected(hidden: readonly CountRow[], rest: readonly number[], threshold: number): boolean {
  const members = [...hidden.map((row) => row.parts), ...(size(rest) > 0 ? [rest] : [])];
  if (hidden.length === 0 && !hasSmallPart(rest, threshold)) return true;
  return members.length >= 2 && !hasSmallPart(members.reduce(add), threshold);
}

/** Students of the total who are in no row. */
function remainder(total: readonly number[], rows: readonly CountRow[]): number[] {
  return total.map((count, part) => count - rows.reduce((sum, row) => sum + row.parts[part]!, 0));
}

function size(parts: readonly number[]): number {
  return parts.reduce((sum, count) => sum + count, 0);
}

function add(a: readonly number[], b: readonly number[]): number[] {
  return a.map((count, part) => count + b[part]!);
}

/** Smallest first, so that the least is lost; then by id. */
function bySize(a: CountRow, b: CountRow): number {
  return size(a.parts) - size(b.parts) || (a.id < b.id ? -1 : Number(a.id > b.id));
}
