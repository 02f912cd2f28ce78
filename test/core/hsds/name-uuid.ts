import { createHash } from 'node:crypto';

/** An id made of words, of the shape that the server's has. */
export function nameUuid(words: readonly string[]): string {
  return createHash('sha1')
    .update(JSON.stringify(words))
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}
