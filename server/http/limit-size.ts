import { Transform } from 'node:stream';
import { AppError } from './app-error.ts';

/** Lets so many bytes through and counts them. */
export function limitSize(limitBytes: number) {
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= limitBytes) return done(null, chunk);
      const megabytes = Math.floor(limitBytes / 1024 / 1024);
      done(
        new AppError(
          413,
          'too-large',
          `The file is larger than the ${megabytes} MB that this installation takes.`,
        ),
      );
    },
  });
  return { stream, bytes: () => bytes };
}
