/**
 * Who could go where: each request gets at most one service, each service at most `capacity` requests. Rows are
 * requests; their edges lie one behind the other (compressed sparse rows), so that a district fits in a few arrays.
 */
export interface PlacementProblem {
  /** Edges of request r are first[r] to first[r + 1] − 1; one longer than there are requests. */
  first: Uint32Array;
  /** Per edge: the service's position. No request names a service twice. */
  service: Uint32Array;
  /** Per edge: what it is worth, a whole number from 0 to 10,000. */
  score: Int32Array;
  /** Per service: requests that it takes, 0 or more. */
  capacity: Int32Array;
  /**
   * Per request: its urgency, 1 to 3. With it the number of placed requests of urgency 3 comes first, then of 2, then
   * of 1, and the total score decides among what is left. Without it only the total score counts.
   */
  urgency?: Uint8Array;
}

/**
 * A placement with its proof. With v(r, s) the value of an edge (its score, and with urgency what placing r is worth
 * before any score: class-values.ts), the duals satisfy price ≥ 0, profit ≥ 0, profit[r] + price[s] ≥ v(r, s); the
 * sum of profits and of price × capacity equals the value of the placement, so no other can be worth more.
 */
export interface Placement {
  /** Per request: the edge it takes, or -1. */
  edgeOf: Int32Array;
  /** Sum of the scores of the taken edges. */
  total: number;
  placed: number;
  /** Per service. */
  price: Float64Array;
  /** Per request. */
  profit: Float64Array;
}
