/** A rectangle of a matrix: rows and columns from … to before. */
export interface Block {
  rows: [from: number, to: number];
  columns: [from: number, to: number];
}

/** Cuts a matrix into rectangles of at most so many rows and columns, each pair in one of them. */
export function* blocksOf(
  rows: number,
  columns: number,
  mostRows: number,
  mostColumns: number,
): Generator<Block> {
  for (let row = 0; row < rows; row += mostRows)
    for (let column = 0; column < columns; column += mostColumns)
      yield {
        rows: [row, Math.min(rows, row + mostRows)],
        columns: [column, Math.min(columns, column + mostColumns)],
      };
}
