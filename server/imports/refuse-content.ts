import { Transform } from 'node:stream';
import { type FileKind, sniffKind } from '../../core/imports/sniff-kind.ts';
import { AppError } from '../http/app-error.ts';

/** As many bytes as tell what a file is. */
const HEAD_BYTES = 4096;

const REFUSALS: Partial<Record<FileKind, string>> = {
  binary: 'This is neither a table nor an archive of tables. Please send CSV, JSON or a zip of them.',
  markup: 'This is a web page or XML, not a table. Please send CSV, JSON or a zip of them.',
  excel: 'This is an Excel workbook. Please save it as CSV and send that.',
};

/**
 * Lets an upload through once its first bytes have shown that it is of a kind that can be imported, whatever its name
 * or type says. Nothing is passed on before that, so nothing else is ever stored.
 */
export function refuseContent(): Transform {
  const head: Buffer[] = [];
  let length = 0;
  let known = false;
  const open = (stream: Transform): AppError | null => {
    const bytes = Buffer.concat(head);
    const words = length > 0 ? REFUSALS[sniffKind(bytes)] : undefined;
    if (words !== undefined) return new AppError(415, 'wrong-content', words);
    known = true;
    stream.push(bytes);
    return null;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (known) return done(null, chunk);
      head.push(chunk);
      length += chunk.length;
      done(length < HEAD_BYTES ? null : open(this));
    },
    flush(done) {
      done(known ? null : open(this));
    },
  });
}
