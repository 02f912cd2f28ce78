import { blindColumns } from './blind-columns.ts';
import { type CsvRecord, CsvSplitter, guessDelimiter, MAXIMUM_RECORD } from './csv-splitter.ts';
import { decodeText } from './decode-text.ts';
import type { InputRecord } from './input-record.ts';
import { rowNotes, takeUpTo } from './record-notes.ts';

/** The records of a CSV as its bytes arrive: the header, then the rows. */
export async function* readCsv(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<InputRecord> {
  const foreign: number[] = [];
  let splitter: CsvSplitter | undefined;
  let isHeader = true;
  const toRecords = function* (records: readonly CsvRecord[]): Generator<InputRecord> {
    for (const record of records) {
      const isForeign = takeUpTo(foreign, record.line + record.lines, record.line);
      if (!record.withheld && record.cells.every((cell) => cell.trim() === '')) continue;
      const notes = rowNotes(record, isForeign);
      if (isHeader) yield { kind: 'header', cells: record.cells, line: record.line };
      else yield { kind: 'row', cells: record.cells, line: record.line, notes };
      isHeader = false;
    }
  };
  let first = '';
  for await (const text of decodeText(bytes, (line) => foreign.push(line))) {
    if (!splitter) {
      first += text;
      const line = /^\s*([^\r\n]+)[\r\n]/.exec(first)?.[1];
      if (line === undefined && first.length < 1_000_000) continue;
      splitter = splitterFor(line ?? first.slice(0, 10_000));
      yield* toRecords(splitter.push(first));
    } else yield* toRecords(splitter.push(text));
  }
  splitter ??= splitterFor(first);
  yield* toRecords([...splitter.push(first && isHeader ? first : ''), ...splitter.end()]);
}

/** Whatever the file is, nobody's password is read. */
function splitterFor(headerLine: string): CsvSplitter {
  return new CsvSplitter(guessDelimiter(headerLine), MAXIMUM_RECORD, blindColumns);
}
