const number = new Float64Array(1);
const words = new Uint32Array(number.buffer);
/** Which of the two words of a number holds its last digits. */
const LAST = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 1;

/**
 * Columns by cost, of equal ones the lower first. The column's number takes the place of the cost's last digits, so that
 * the engine's quick sort of numbers can be used; what that put wrongly is put right after it.
 */
export function sortRow(columns: Int32Array, costOf: (column: number) => number): void {
  let bits = 1;
  while (1 << bits < columns.length) bits++;
  const mask = (1 << bits) - 1;
  const keys = new Float64Array(columns.length);
  for (let at = 0; at < columns.length; at++) {
    number[0] = costOf(columns[at]!);
    words[LAST] = (words[LAST]! & ~mask) | at;
    keys[at] = number[0]!;
  }
  keys.sort();
  const given = columns.slice();
  for (let at = 0; at < columns.length; at++) {
    number[0] = keys[at]!;
    const column = given[words[LAST]! & mask]!;
    const cost = costOf(column);
    let to = at;
    for (; to > 0; to--) {
      const before = columns[to - 1]!;
      const own = costOf(before);
      if (own < cost || (own === cost && before < column)) break;
      columns[to] = before;
    }
    columns[to] = column;
  }
}
