import { unicodeEncoding } from './sniff-kind.ts';

const NEWLINE = 0x0a;
/** A line longer than this is decoded in pieces; no line of text is. */
const MAXIMUM_LINE = 1_048_576;

/**
 * Text of a stream of bytes. UTF-8 and UTF-16 by their marks; lines that are not valid UTF-8 are read as Windows-1252,
 * each for itself, since files glued together from several sources are mixed. `onForeignLine` hears their numbers.
 */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  onForeignLine: (line: number) => void,
): AsyncGenerator<string> {
  let pending: Uint8Array = new Uint8Array();
  let decode: ((part: Uint8Array, isEnd: boolean) => string) | undefined;
  for await (const chunk of bytes) {
    pending = pending.length === 0 ? chunk : joined(pending, chunk);
    decode ??= createDecoder(pending, onForeignLine);
    const end = pending.lastIndexOf(NEWLINE) + 1 || (pending.length > MAXIMUM_LINE ? pending.length : 0);
    if (end === 0) continue;
    yield decode(pending.subarray(0, end), false);
    pending = pending.subarray(end);
  }
  decode ??= createDecoder(pending, onForeignLine);
  yield decode(pending, true);
}

function createDecoder(
  head: Uint8Array,
  onForeignLine: (line: number) => void,
): (part: Uint8Array, isEnd: boolean) => string {
  const encoding = unicodeEncoding(head);
  if (encoding !== 'utf-8') {
    const decoder = new TextDecoder(encoding);
    return (part, isEnd) => decoder.decode(part, { stream: !isEnd });
  }
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const windows = new TextDecoder('windows-1252');
  let line = 1;
  let isStart = true;
  const decodeLines = (part: Uint8Array): string => {
    const lines: string[] = [];
    for (let from = 0; from < part.length; ) {
      const end = part.indexOf(NEWLINE, from) + 1 || part.length;
      const piece = part.subarray(from, end);
      try {
        lines.push(strict.decode(piece));
      } catch {
        onForeignLine(line);
        lines.push(windows.decode(piece));
      }
      if (piece.at(-1) === NEWLINE) line += 1;
      from = end;
    }
    return lines.join('');
  };
  return (part) => {
    const from = line;
    let text: string;
    try {
      text = strict.decode(part);
      line = from + countNewlines(part);
    } catch {
      text = decodeLines(part);
    }
    const withoutMark = isStart ? text.replace(/^\ufeff/, '') : text;
    isStart = false;
    return withoutMark;
  };
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}

function countNewlines(part: Uint8Array): number {
  let count = 0;
  for (let at = part.indexOf(NEWLINE); at >= 0; at = part.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
