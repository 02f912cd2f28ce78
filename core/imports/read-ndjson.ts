import { decodeText } from './decode-text.ts';
import type { RowNote } from './finding.ts';
import type { InputRecord } from './input-record.ts';
import { readLines } from './read-lines.ts';
import { rowNotes, takeUpTo } from './record-notes.ts';

const MAXIMUM_LINE = 8 * 1024 ** 2;

/** The records of NDJSON as its bytes arrive. */
export async function* readNdjson(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<InputRecord> {
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
