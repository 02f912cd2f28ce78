import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK = 1 << 20;
const NEWLINE = 10;

/**
 * Hands over each line of a file as a stretch of bytes, without its line end: a file of any size takes a megabyte of
 * memory. @throws Error for a line of more than a megabyte
 */
export function eachLine(path: string, line: (bytes: Buffer, from: number, to: number) => void): void {
  const file = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(CHUNK);
  try {
    for (let kept = 0; ; ) {
      const read = readSync(file, buffer, kept, CHUNK - kept, null);
      const filled = kept + read;
      let from = 0;
      for (let end = nextEnd(from); end >= 0; end = nextEnd(from)) {
        line(buffer, from, end);
        from = end + 1;
      }
      if (read === 0) {
        if (filled > 0) line(buffer, 0, filled);
        return;
      }
      if (from === 0 && filled === CHUNK) throw new Error(`${path} has a line of more than ${CHUNK} bytes`);
      buffer.copyWithin(0, from, filled);
      kept = filled - from;

      function nextEnd(at: number): number {
        const end = buffer.indexOf(NEWLINE, at);
        return end < filled ? end : -1;
      }
    }
  } finally {
    closeSync(file);
  }
}
