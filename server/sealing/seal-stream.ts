import { Transform } from 'node:stream';
import { decrypt, encrypt, SEAL_BYTES } from './cipher.ts';

const PIECE_BYTES = 64 * 1024;

/**
 * Seals a stream in pieces, each with its number and whether it is the last: pieces that were exchanged, left out or
 * cut off at the end do not open (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
 */
export function sealStream(key: Buffer, context: string): Transform {
  return inPieces(PIECE_BYTES, (piece, place) => encrypt(key, piece, `${context} ${place}`));
}

/** The stream again. Fails with the first piece that is not as it was sealed. */
export function openStream(key: Buffer, context: string): Transform {
  return inPieces(PIECE_BYTES + SEAL_BYTES, (piece, place) => decrypt(key, piece, `${context} ${place}`));
}

/** Hands on a stream in pieces of one size; only the last may be shorter, and there always is a last one. */
function inPieces(size: number, change: (piece: Buffer, place: string) => Buffer): Transform {
  let waiting = Buffer.alloc(0);
  let n = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        waiting = Buffer.concat([waiting, chunk]);
        // What could be the last piece waits until more has come.
        while (waiting.length > size) {
          this.push(change(waiting.subarray(0, size), `${n}`));
          waiting = waiting.subarray(size);
          n += 1;
        }
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done) {
      try {
        done(null, change(waiting, `${n} last`));
      } catch (error) {
        done(error as Error);
      }
    },
  });
}
