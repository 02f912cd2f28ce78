import { type CountRow, hasSmallPart, rowsToHide, THRESHOLD } from '../privacy/suppress.ts';
import type { GapResult, GapRow } from './gap.ts';
import type { OpenGapResult, OpenGapRow } from './open-gap.ts';

/** The figures of a row that are hidden together: `covered` brings `share` with it. */
type Figure = 'students' | 'covered' | 'unmet';

/**
 * Hides every figure about fewer than `threshold` students, and as much more that none follows by subtraction,
 * by school and by cell. A school keeps its row, its name and its nearest offer, which are public. A cell with
 * too few students has no row at all: that it is there would tell where a child lives.
 */
export function hideSmallNumbers(result: OpenGapResult, threshold = THRESHOLD): GapResult {
  const { total } = result;
  const bySchool = hideRows(result.bySchool, total, threshold);
  const byCell = hideRows(result.byCell, total, threshold);
  return {
    params: result.params,
    total: closeRow(total, figuresToHide(total, threshold)),
    bySchool,
    byCell: byCell.filter((row) => row.students !== null),
    offers: result.offers,
  };
}

function hideRows(rows: readonly OpenGapRow[], total: OpenGapRow, threshold: number): GapRow[] {
  const hiddenIds = (figure: Figure, alreadyHidden: ReadonlySet<string> = new Set()) =>
    rowsToHide(
      partsOf(total, figure),
      rows.map((row): CountRow => ({ id: row.id, parts: partsOf(row, figure) })),
      { threshold, alreadyHidden },
    );
  const students = hiddenIds('students');
  const covered = hiddenIds('covered', students);
  const unmet = hiddenIds('unmet', students);
  return rows.map((row) => {
    const figures = new Set<Figure>();
    if (students.has(row.id)) figures.add('students');
    if (covered.has(row.id)) figures.add('covered');
    if (unmet.has(row.id)) figures.add('unmet');
    return closeRow(row, figures);
  });
}

/** The total is hidden only by what it says itself; rows are hidden so that they cannot give it away. */
function figuresToHide(row: OpenGapRow, threshold: number): Set<Figure> {
  const figures: Figure[] = ['students', 'covered', 'unmet'];
  return new Set(figures.filter((figure) => hasSmallPart(partsOf(row, figure), threshold)));
}

/** The students behind a figure and behind its complement. */
function partsOf(row: OpenGapRow, figure: Figure): number[] {
  if (figure === 'students') return [row.students];
  const part = figure === 'covered' ? row.covered : row.unmetStudents;
  return [part, row.students - part];
}

function closeRow({ unmetStudents: _, ...row }: OpenGapRow, hidden: ReadonlySet<Figure>): GapRow {
  return {
    ...row,
    students: hidden.has('students') ? null : row.students,
    covered: hidden.has('covered') ? null : row.covered,
    share: hidden.has('covered') ? null : row.share,
    unmet: hidden.has('unmet') ? null : row.unmet,
    hidden: hidden.size > 0,
  };
}
