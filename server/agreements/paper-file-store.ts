import { randomUUID } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';
import {
  MOST_PAPER_BYTES,
  PAPER_HEAD_BYTES,
  type PaperFile,
  type PaperType,
  paperTypeOf,
} from '../../core/agreements/paper-file.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { limitSize } from '../http/limit-size.ts';
import { sealedFiles } from '../store/sealed-files.ts';

export const PAPER_FILES = 'paper_files';

/** Keeps a file, sealed. @throws AppError 413 where it is too large, 415 where it is no PDF, PNG or JPEG */
export async function keepPaperFile(
  deps: Pick<Deps, 'db' | 'sealing'>,
  body: Readable,
  by: Pick<PaperFile, 'at' | 'by'>,
): Promise<PaperFile> {
  const id = randomUUID();
  const [size, kind] = [limitSize(MOST_PAPER_BYTES), onlyPapers()];
  await sealedFiles(deps, PAPER_FILES).put(id, body, [size.stream, kind.stream]);
  return { id, type: kind.type(), bytes: size.bytes(), ...by };
}

/** Passes nothing on before the first bytes have shown what it is. */
function onlyPapers() {
  let head = Buffer.alloc(0);
  let type: PaperType | undefined;
  const look = (stream: Transform, isEnd: boolean): AppError | null => {
    if (head.length < PAPER_HEAD_BYTES && !isEnd) return null;
    type = paperTypeOf(head);
    if (!type) return new AppError(415, 'wrong-content', 'Please send a PDF, a PNG or a JPEG.');
    stream.push(head);
    return null;
  };
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (type) return done(null, chunk);
      head = Buffer.concat([head, chunk]);
      done(look(this, false));
    },
    flush(done) {
      done(type ? null : look(this, true));
    },
  });
  return { stream, type: () => type! };
}
