/**
 * What all models come down to: open columns so that prices and rows together cost least. A row costs what its cheapest
 * open column asks of it, and never more than its cap; at most `p` columns open, drawing at most `budget`.
 */
export interface Facilities {
  /** Per column: which site it is, ascending. */
  site: Int32Array;
  /** Per column: what opening it costs. */
  price: Float64Array;
  /** Per column: what it draws of the budget. */
  draw: Float64Array;
  /** Entries of row r are rowStart[r] to rowStart[r + 1] − 1. */
  rowStart: Int32Array;
  rowColumn: Int32Array;
  /** Ascending within a row, each below the row's cap. */
  rowCost: Float64Array;
  cap: Float64Array;
  /** The same entries column by column. */
  columnStart: Int32Array;
  columnRow: Int32Array;
  columnCost: Float64Array;
  /** What is settled already: its cost, and its open sites. */
  settled: number;
  open: readonly number[];
  p: number;
  budget: number;
  /** Every entry costs 0: a column covers a row or not. */
  isCover: boolean;
  /** Every row must be covered; its cap is then its cheapest column's price, for which it can always be. */
  isDuty: boolean;
}

type ByRows = Omit<Facilities, 'columnStart' | 'columnRow' | 'columnCost'>;

/** Lays the entries out column by column as well. */
export function withColumns(byRows: ByRows): Facilities {
  const { site, cap, rowStart, rowColumn, rowCost } = byRows;
  const columnStart = new Int32Array(site.length + 1);
  for (const column of rowColumn) columnStart[column + 1]! += 1;
  for (let column = 0; column < site.length; column++) columnStart[column + 1]! += columnStart[column]!;
  const at = columnStart.slice();
  const columnRow = new Int32Array(rowColumn.length);
  const columnCost = new Float64Array(rowColumn.length);
  for (let row = 0; row < cap.length; row++)
    for (let entry = rowStart[row]!; entry < rowStart[row + 1]!; entry++) {
      const slot = at[rowColumn[entry]!]!++;
      columnRow[slot] = row;
      columnCost[slot] = rowCost[entry]!;
    }
  return { ...byRows, columnStart, columnRow, columnCost };
}
