import type { Readable } from 'node:stream';
import { type CsvRecord, CsvSplitter, guessDelimiter } from '../../core/imports/csv-splitter.ts';
import type { RowNote } from '../../core/imports/finding.ts';
import { decodeText } from './decode-text.ts';
import type { InputFile } from './input-file.ts';
import { InputRefused } from './input-refused.ts';
import { type JsonItem, readJson } from './read-json.ts';
import { readLines } from './read-lines.ts';
import { sniffKind } from './sniff-kind.ts';

/** One record of a file, before anybody knows what it is about. */
export type InputRecord =
  | { kind: 'header'; cells: string[]; line: number }
  | { kind: 'row'; cells: string[]; line: number; notes: RowNote[] }
  | { kind: 'json'; list: string; value: unknown; line: number; notes: RowNote[] }
  | { kind: 'note'; line: number; note: RowNote };

const MAXIMUM_LINE = 8 * 1024 ** 2;

/** The records of one file, whatever its format, one at a time. */
export async function* readRecords(file: InputFile, maximumBytes: number): AsyncGenerator<InputRecord> {
  const stream = await file.open();
  try {
    const bytes = withHead(bounded(stream, maximumBytes));
    const { head, all } = await bytes;
    const kind = sniffKind(head);
    if (kind === 'zip')
      throw new InputRefused('nested-archive', `${file.name} is an archive or a workbook inside the import.`);
    if (kind === 'json') yield* jsonRecords(all);
    else if (kind === 'ndjson') yield* ndjsonRecords(all);
    else if (kind === 'csv' && !isProse(file.name)) yield* csvRecords(all);
    else
      yield {
        kind: 'note',
        line: 0,
        note: { code: 'unreadable-file', action: 'left-out', value: kind === 'csv' ? 'text' : kind },
      };
  } finally {
    stream.destroy();
  }
}

/** Licences and notes lie beside data and are not meant to be read as tables. */
function isProse(name: string): boolean {
  return /(?:^|\/)(?:licen[cs]e|readme|copying|notice|changelog)(?:\.[a-z]+)?$|\.(?:md|rst|html?|xml|pdf|ya?ml)$/i.test(
    name,
  );
}

async function* csvRecords(bytes: AsyncIterable<Buffer>): AsyncGenerator<InputRecord> {
  const foreign: number[] = [];
  let splitter: CsvSplitter | undefined;
  let isHeader = true;
  const toRecords = function* (records: readonly CsvRecord[]): Generator<InputRecord> {
    for (const record of records) {
      const isForeign = takeUpTo(foreign, record.line + record.lines, record.line);
      if (record.cells.every((cell) => cell.trim() === '')) continue;
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
      splitter = new CsvSplitter(guessDelimiter(line ?? first.slice(0, 10_000)));
      yield* toRecords(splitter.push(first));
    } else yield* toRecords(splitter.push(text));
  }
  splitter ??= new CsvSplitter(guessDelimiter(first));
  yield* toRecords([...splitter.push(first && isHeader ? first : ''), ...splitter.end()]);
}

function rowNotes(record: { unclosedQuote?: boolean; tooLong?: boolean }, isForeign: boolean): RowNote[] {
  const notes: RowNote[] = [];
  if (isForeign) notes.push({ code: 'wrong-encoding', action: 'repaired' });
  if (record.unclosedQuote) notes.push({ code: 'unclosed-quote', action: 'repaired' });
  if (record.tooLong) notes.push({ code: 'record-too-long', action: 'refused' });
  return notes;
}

/** Whether any of the noted lines lies in this record; those before its end are done with. */
function takeUpTo(lines: number[], end: number, start: number): boolean {
  let found = false;
  while (lines.length > 0 && lines[0]! < end) {
    found ||= lines[0]! >= start;
    lines.shift();
  }
  return found;
}

async function* jsonRecords(bytes: AsyncIterable<Buffer>): AsyncGenerator<InputRecord> {
  const notes: InputRecord[] = [];
  const text = decodeText(bytes, (line) =>
    notes.push({ kind: 'note', line, note: { code: 'wrong-encoding', action: 'repaired' } }),
  );
  try {
    for await (const item of readJson(text)) yield toRecord(item);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    yield { kind: 'note', line: 0, note: { code: 'bad-json', action: 'left-out', detail: error.message } };
  }
  yield* notes;
}

function toRecord({ list, value, number, tooLong }: JsonItem): InputRecord {
  const notes: RowNote[] = tooLong ? [{ code: 'record-too-long', action: 'refused' }] : [];
  return { kind: 'json', list, value, line: number, notes };
}

async function* ndjsonRecords(bytes: AsyncIterable<Buffer>): AsyncGenerator<InputRecord> {
  const foreign: number[] = [];
  for await (const { line, text, tooLong } of readLines(
    decodeText(bytes, (at) => foreign.push(at)),
    MAXIMUM_LINE,
  )) {
    const notes = rowNotes(tooLong ? { tooLong } : {}, takeUpTo(foreign, line + 1, line));
    if (tooLong) yield { kind: 'json', list: '', value: {}, line, notes };
    else if (text.trim() !== '') yield* ndjsonLine(text, line, notes);
  }
}

function* ndjsonLine(text: string, line: number, notes: RowNote[]): Generator<InputRecord> {
  try {
    yield { kind: 'json', list: '', value: JSON.parse(text) as unknown, line, notes };
  } catch {
    yield { kind: 'note', line, note: { code: 'bad-json', action: 'refused', value: text } };
  }
}

/** A stream that fails as soon as it gives more than it may. */
async function* bounded(stream: Readable, maximum: number): AsyncGenerator<Buffer> {
  let total = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      total += chunk.length;
      if (total > maximum) throw new InputRefused('too-large', 'A file is larger than an import may be.');
      yield chunk;
    }
  } catch (error) {
    if (error instanceof InputRefused) throw error;
    throw new InputRefused(
      'broken-archive',
      `A file cannot be read: ${error instanceof Error ? error.message : ''}`,
    );
  }
}

/** The first bytes, and a stream that still begins with them. */
async function withHead(
  bytes: AsyncGenerator<Buffer>,
): Promise<{ head: Buffer; all: AsyncIterable<Buffer> }> {
  const first: Buffer[] = [];
  let length = 0;
  while (length < 4096) {
    const next = await bytes.next();
    if (next.done) break;
    first.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(first);
  const all = (async function* () {
    yield head;
    yield* bytes;
  })();
  return { head: head.subarray(0, 4096), all };
}
