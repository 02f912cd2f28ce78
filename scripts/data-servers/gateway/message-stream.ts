import { HEADER_BYTES, MAX_MESSAGE_BYTES, MalformedMessage } from './wire-message.ts';

/**
 * Cuts a byte stream into whole messages. Chunks are joined once a message is complete, so a message of n bytes costs O(n)
 * however small its chunks are.
 */
export function createMessageCutter(): (chunk: Buffer) => Buffer[] {
  let chunks: Buffer[] = [];
  let held = 0;
  let needed = HEADER_BYTES;

  return function cut(chunk) {
    chunks.push(chunk);
    held += chunk.length;
    if (held < needed) return [];
    const messages: Buffer[] = [];
    let bytes = chunks.length === 1 ? chunk : Buffer.concat(chunks, held);
    needed = HEADER_BYTES;
    while (bytes.length >= HEADER_BYTES) {
      const length = bytes.readInt32LE(0);
      if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) {
        throw new MalformedMessage(`Message length ${length} is out of bounds`);
      }
      needed = length;
      if (bytes.length < length) break;
      messages.push(bytes.subarray(0, length));
      bytes = bytes.subarray(length);
      needed = HEADER_BYTES;
    }
    chunks = bytes.length > 0 ? [bytes] : [];
    held = bytes.length;
    return messages;
  };
}
