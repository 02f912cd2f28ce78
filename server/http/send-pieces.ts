import type { Response } from 'express';
import { drained } from './drained.ts';

/** Sends a text or a file piece by piece, no faster than it is taken, and asks for no more when the reader has gone. */
export async function sendPieces(res: Response, pieces: AsyncIterable<string | Buffer>): Promise<void> {
  for await (const piece of pieces) {
    if (res.destroyed) return;
    if (!res.write(piece)) await drained(res);
  }
  res.end();
}
