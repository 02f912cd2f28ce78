import type { Answered } from './guarded-request.ts';
import { OutboundFailed, outboundFailure } from './outbound-failed.ts';

/**
 * What an answer says, as text.
 * @throws OutboundFailed where it is longer than the limit, or breaks off
 */
export async function readText(answer: Answered, limitBytes: number): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of answer as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > limitBytes) throw new OutboundFailed('too-large');
      pieces.push(piece);
    }
  } catch (error) {
    answer.destroy();
    throw outboundFailure(error);
  }
  return Buffer.concat(pieces).toString('utf8');
}
