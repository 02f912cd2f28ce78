/** Units of the coarse and of the fine part of a sum. */
const COARSE = 2 ** 20;
const FINE = 2 ** 62;

/**
 * One running sum a place, from which a part can be taken again without a trace: whatever was added and taken in
 * whatever order, the sum is the same, to the last bit. Each part is split into whole units of 2⁻²⁰ and of 2⁻⁶², and
 * whole numbers add up exactly in a double below 2⁵³: for sums below 2³³ of up to 4,096 parts. What lies below 2⁻⁶³
 * of a part is left out.
 */
export interface ExactSums {
  coarse: Float64Array;
  fine: Float64Array;
}

export function exactSums(size: number): ExactSums {
  return { coarse: new Float64Array(size), fine: new Float64Array(size) };
}

/** Adds a part to the sum of a place; `sign` -1 takes one that was added. */
export function addExactly({ coarse, fine }: ExactSums, place: number, part: number, sign: 1 | -1): void {
  const units = Math.round(part * COARSE);
  coarse[place]! += sign * units;
  fine[place]! += sign * Math.round((part - units / COARSE) * FINE);
}

export function sumAt({ coarse, fine }: ExactSums, place: number): number {
  return coarse[place]! / COARSE + fine[place]! / FINE;
}
