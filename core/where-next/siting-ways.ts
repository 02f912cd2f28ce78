/** Minutes from where people are, as the question needs them. */
export interface SitingWays {
  candidates: number;
  /** Rows × candidates, row by row; `Infinity` is unreachable. */
  toCandidates: Float64Array;
  /** Per row: to the nearest place that gives this kind of help already. Absent where none counts. */
  toExisting?: Float64Array;
}
