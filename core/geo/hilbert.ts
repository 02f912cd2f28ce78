/**
 * How far along Hilbert's curve a cell of a square of 2^levels × 2^levels cells comes (D. Hilbert, Math. Ann. 38,
 * 1891): cells that follow each other are neighbours.
 * @param levels up to 16, so that the answer fits 32 bits
 */
export function hilbertKey(x: number, y: number, levels: number): number {
  const last = (1 << levels) - 1;
  let key = 0;
  for (let side = 1 << (levels - 1); side > 0; side >>= 1) {
    const right = (x & side) === 0 ? 0 : 1;
    const up = (y & side) === 0 ? 0 : 1;
    key = key * 4 + ((3 * right) ^ up);
    if (up === 0) {
      const across = right === 1 ? last - x : x;
      x = right === 1 ? last - y : y;
      y = across;
    }
  }
  return key;
}
