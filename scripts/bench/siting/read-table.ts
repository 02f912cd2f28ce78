import { eachLine } from '../instance/each-line.ts';
import { readNumber } from '../instance/read-number-table.ts';

const [COMMA, RETURN] = [44, 13];

/** A CSV file whose first column names the rows and whose others are numbers; an empty cell or "inf" is endless. */
export interface NamedTable {
  columns: string[];
  rows: string[];
  /** Row by row. */
  values: Float64Array;
}

/** @throws Error naming file and line for what is no number, and for a row of another length */
export function readTable(path: string): NamedTable {
  const table: NamedTable = { columns: [], rows: [], values: new Float64Array(1024) };
  let line = 0;
  let count = 0;
  eachLine(path, (bytes, from, end) => {
    line++;
    const to = end > from && bytes[end - 1] === RETURN ? end - 1 : end;
    if (from === to) return;
    if (line === 1) {
      table.columns = bytes
        .toString('utf8', from, to)
        .replace(/^\uFEFF/, '')
        .split(',')
        .slice(1);
      return;
    }
    let start = from;
    let cell = -1;
    for (let at = from; at <= to; at++) {
      if (at < to && bytes[at] !== COMMA) continue;
      if (cell < 0) table.rows.push(bytes.toString('utf8', start, at));
      else {
        if (count === table.values.length) table.values = grown(table.values);
        table.values[count++] = readCost(bytes, start, at, () => `${path}, line ${line}`);
      }
      cell++;
      start = at + 1;
    }
    if (cell !== table.columns.length) throw new Error(`${path}, line ${line}: ${cell} values`);
  });
  return { ...table, values: table.values.subarray(0, count) };
}

function grown(values: Float64Array): Float64Array {
  const larger = new Float64Array(values.length * 2);
  larger.set(values);
  return larger;
}

function readCost(bytes: Buffer, from: number, to: number, where: () => string): number {
  if (from === to || /^inf(inity)?$/i.test(bytes[from]! < 65 ? '' : bytes.toString('latin1', from, to)))
    return Number.POSITIVE_INFINITY;
  const value = readNumber(bytes, from, to);
  if (Number.isNaN(value)) throw new Error(`${where()}: ${bytes.toString('utf8', from, to)} is no number`);
  return value;
}
