/** With `ratios` the access of the range's blocks, without the people that its blocks bring to the sites. */
export interface RangeQuestion {
  range: number;
  steps: [upTo: number, weight: number][];
  ratios?: Float64Array;
}

export interface RangeAnswer {
  range: number;
  numbers: Float64Array;
  /** CPU time that this answer took. */
  cpuSeconds: number;
  /** The worker's greatest so far. */
  memoryMb: number;
}
