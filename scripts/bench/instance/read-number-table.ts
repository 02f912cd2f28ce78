import { eachLine } from './each-line.ts';

const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const RETURN = 13;
const [ZERO, NINE] = [48, 57];
/** So many digits, and so many behind the point, stay exact while they are gathered and when they are divided. */
const EXACT_DIGITS = 15;
const POWERS = Float64Array.from({ length: EXACT_DIGITS + 1 }, (_, n) => 10 ** n);

/**
 * Reads a CSV file of nothing but plain numbers, from its bytes.
 * @param columns asked for, by their names in the file's first line; the file may have others
 * @param row gets the values in the order of `columns`, in one array that is used again for the next row
 * @throws Error naming file, line and column for what is no number, and for a column that is not there
 */
export function readNumberTable(
  path: string,
  columns: readonly string[],
  row: (values: Float64Array) => void,
): void {
  /** Per column of the file: where its value goes, -1: nowhere. */
  let targets: number[] | undefined;
  let lineNumber = 0;
  const values = new Float64Array(columns.length);

  eachLine(path, (bytes, from, end) => {
    lineNumber++;
    const to = end > from && bytes[end - 1] === RETURN ? end - 1 : end;
    if (from === to) return;
    if (!targets) targets = placeColumns(path, columns, bytes.toString('utf8', from, to));
    else {
      values.fill(Number.NaN);
      readRow(bytes, from, to, targets);
      const bad = values.findIndex(Number.isNaN);
      if (bad >= 0) throw new Error(`${path}, line ${lineNumber}: ${columns[bad]} is no number`);
      row(values);
    }
  });
  if (!targets) throw new Error(`${path} is empty`);

  function readRow(bytes: Buffer, from: number, to: number, targets: readonly number[]): void {
    let start = from;
    for (const target of targets) {
      if (start > to) return;
      let end = start;
      while (end < to && bytes[end] !== COMMA) end++;
      if (target >= 0) values[target] = readNumber(bytes, start, end);
      start = end + 1;
    }
  }
}

function placeColumns(path: string, columns: readonly string[], header: string): number[] {
  const names = header.replace(/^\uFEFF/, '').split(',');
  for (const column of columns)
    if (!names.includes(column)) throw new Error(`${path} has no column ${column}`);
  return names.map((name) => columns.indexOf(name));
}

/** The number that stands in a stretch of bytes; NaN where there is none. */
export function readNumber(bytes: Buffer, from: number, to: number): number {
  const negative = bytes[from] === MINUS;
  let digits = 0;
  let count = 0;
  let point = -1;
  for (let i = negative ? from + 1 : from; i < to; i++) {
    const byte = bytes[i]!;
    if (byte >= ZERO && byte <= NINE) {
      digits = digits * 10 + byte - ZERO;
      count++;
    } else if (byte === POINT && point < 0) point = i;
    else return readOddNumber(bytes, from, to);
  }
  if (count === 0 || count > EXACT_DIGITS) return readOddNumber(bytes, from, to);
  const value = point < 0 ? digits : digits / POWERS[to - 1 - point]!;
  return negative ? -value : value;
}

/** Long numbers, and those with an exponent. */
function readOddNumber(bytes: Buffer, from: number, to: number): number {
  const text = bytes.toString('latin1', from, to).trim();
  return text === '' ? Number.NaN : Number(text);
}
