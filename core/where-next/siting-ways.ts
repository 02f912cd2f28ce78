/** Minutes from where people are, as the question needs them. */
export interface SitingWays {
  candidates: number;
  /** Rows × candidates, row by row; `Infinity` is unreachable. */
  toCandidates: Float64Array;
  /** Per row: to the nearest place that gives this kind of help already. Absent where none counts. */
  toExisting?: Float64Array;
  /** Where the question is about room: what gives this kind of help already and has room for so many. */
  standing?: StandingRoom;
}

export interface StandingRoom {
  /** People whom each can take. */
  room: Float64Array;
  /** Rows × these, row by row; `Infinity` where it gives another kind of help. */
  minutes: Float64Array;
}
