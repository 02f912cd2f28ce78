/**
 * Which demand place reaches which site at what cost (minutes or km), row by row by demand place: those of place i are
 * start[i] to start[i + 1] − 1. A site may stand in a row twice (two modes). Costs are finite.
 */
export interface Pairs {
  start: Uint32Array;
  site: Uint32Array;
  cost: Float64Array;
}

/** Pairs of a matrix (row by row) within a limit; what is unreachable (`Infinity`) or not known (`NaN`) is in none. */
export function pairsFromMatrix(matrix: Float64Array, rows: number, columns: number, limit: number): Pairs {
  if (matrix.length !== rows * columns)
    throw new RangeError(`a matrix of ${rows} × ${columns} has no ${matrix.length} numbers`);
  const isPair = (cost: number) => cost <= limit && cost < Number.POSITIVE_INFINITY;
  const start = new Uint32Array(rows + 1);
  for (let row = 0; row < rows; row++) {
    start[row + 1] = start[row]!;
    for (let i = row * columns; i < (row + 1) * columns; i++) if (isPair(matrix[i]!)) start[row + 1]!++;
  }
  const site = new Uint32Array(start[rows]!);
  const cost = new Float64Array(start[rows]!);
  for (let i = 0, at = 0; i < matrix.length; i++) {
    if (!isPair(matrix[i]!)) continue;
    site[at] = i % columns;
    cost[at++] = matrix[i]!;
  }
  return { start, site, cost };
}
