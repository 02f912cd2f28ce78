/** Bits of a key that are sorted by at a time: two steps for 22. */
const DIGIT = 11;

/** Sorts items by their keys (of 22 bits), equal ones as they were. */
export function sortByCurve(items: Uint32Array, keys: Uint32Array): void {
  const [other, otherKeys] = [new Uint32Array(items.length), new Uint32Array(items.length)];
  sortByDigit(items, keys, other, otherKeys, 0);
  sortByDigit(other, otherKeys, items, keys, DIGIT);
}

function sortByDigit(
  items: Uint32Array,
  keys: Uint32Array,
  sorted: Uint32Array,
  sortedKeys: Uint32Array,
  shift: number,
): void {
  const last = (1 << DIGIT) - 1;
  const starts = new Uint32Array(last + 2);
  for (let i = 0; i < keys.length; i++) starts[((keys[i]! >>> shift) & last) + 1]!++;
  for (let digit = 0; digit < last; digit++) starts[digit + 1]! += starts[digit]!;
  for (let i = 0; i < keys.length; i++) {
    const at = starts[(keys[i]! >>> shift) & last]!++;
    sorted[at] = items[i]!;
    sortedKeys[at] = keys[i]!;
  }
}
