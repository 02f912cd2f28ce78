import { eachLine } from './each-line.ts';
import { readNumberTable } from './read-number-table.ts';

type Column = Float64Array | Uint32Array | Uint8Array;

/**
 * Reads a table of numbers with an `id` that counts up from 0 into columns.
 * @param make the columns for so many rows, by their names in the file
 * @throws Error naming file and row for another id, and for a number that does not fit its column
 */
export function readColumns<C extends Record<string, Column>>(path: string, make: (rows: number) => C): C {
  const columns = make(countRows(path));
  const names = Object.keys(columns);
  const targets = Object.values(columns);
  let at = 0;
  readNumberTable(path, ['id', ...names], (values) => {
    if (values[0] !== at) throw new Error(`${path}: ${values[0]} stands where the id ${at} is due`);
    for (let c = 0; c < targets.length; c++) {
      const value = values[c + 1]!;
      targets[c]![at] = value;
      if (targets[c]![at] !== value) throw new Error(`${path}: ${names[c]} of ${at} cannot be ${value}`);
    }
    at++;
  });
  return columns;
}

/** Lines that are not empty, but for the header. */
function countRows(path: string): number {
  let lines = 0;
  eachLine(path, (bytes, from, to) => {
    if (to - from > 1 || (to > from && bytes[from] !== 13)) lines++;
  });
  return Math.max(0, lines - 1);
}
