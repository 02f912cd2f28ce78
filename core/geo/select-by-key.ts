/**
 * Puts the rank-th item of a stretch where it would be if the stretch were sorted by key: nothing before it has a
 * greater key, nothing behind it a lesser one (C. A. R. Hoare, "Algorithm 65: FIND", CACM 4, 1961). Both sides stop at
 * equal keys, so that a thousand equal ones are halved as well.
 * @param from first and @param to last of the stretch in `items`, which are indices into `keys`
 */
export function selectByKey(
  items: Uint32Array,
  keys: Float64Array,
  rank: number,
  from: number,
  to: number,
): void {
  while (from < to) {
    const pivot = keys[items[(from + to) >>> 1]!]!;
    let i = from;
    let j = to;
    while (i <= j) {
      while (keys[items[i]!]! < pivot) i++;
      while (keys[items[j]!]! > pivot) j--;
      if (i > j) break;
      const item = items[i]!;
      items[i++] = items[j]!;
      items[j--] = item;
    }
    if (rank <= j) to = j;
    else if (rank >= i) from = i;
    else return;
  }
}
