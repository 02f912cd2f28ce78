import type { Readable } from 'node:stream';
import { decodeText } from '../../core/imports/decode-text.ts';
import type { RowNote } from '../../core/imports/finding.ts';
import type { InputRecord } from '../../core/imports/input-record.ts';
import { readCsv } from '../../core/imports/read-csv.ts';
import { readNdjson } from '../../core/imports/read-ndjson.ts';
import { sniffKind } from '../../core/imports/sniff-kind.ts';
import type { InputFile } from './input-file.ts';
import { InputRefused } from './input-refused.ts';
import { type JsonItem, readJson } from './read-json.ts';

/** The records of one file, whatever its format, one at a time. */
export async function* readRecords(file: InputFile, maximumBytes: number): AsyncGenerator<InputRecord> {
  if (isDescriptor(file.name)) return;
  const stream = await file.open();
  try {
    const bytes = withHead(bounded(stream, maximumBytes));
    const { head, all } = await bytes;
    const kind = sniffKind(head);
    if (kind === 'zip')
      throw new InputRefused('nested-archive', `${file.name} is an archive or a workbook inside the import.`);
    if (kind === 'json') yield* jsonRecords(all);
    else if (kind === 'ndjson') yield* readNdjson(all);
    else if (kind === 'csv' && !isProse(file.name)) yield* readCsv(all);
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

/** What a data package says of its tables, they say themselves. */
function isDescriptor(name: string): boolean {
  return /(?:^|\/)datapackage\.json$/i.test(name);
}

/** Licences and notes lie beside data and are not meant to be read as tables. */
function isProse(name: string): boolean {
  return /(?:^|\/)(?:licen[cs]e|readme|copying|notice|changelog)(?:\.[a-z]+)?$|\.(?:md|rst|html?|xml|pdf|ya?ml)$/i.test(
    name,
  );
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
