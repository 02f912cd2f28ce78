import { createHash } from 'node:crypto';
import type { SourceRef } from '../../core/directory/source.ts';

export type RecordKind =
  | 'organization'
  | 'service'
  | 'location'
  | 'service-at-location'
  | 'school'
  | 'student';

/** Made once for Trellis (RFC 9562 asks for any fixed UUID); changing it would make every record a new one. */
const NAMESPACE = Buffer.from('8f1d6c0e5b0a4f0e9a3c1f2b7d4e6a90', 'hex');

/** Our id for a record of a source: the same kind, source and id always give the same UUID (version 5, RFC 9562). */
export function recordId(kind: RecordKind, source: SourceRef): string {
  return namedUuid([kind, source.system, source.id]);
}

/** The same words always give the same UUID (version 5), other words another. */
export function namedUuid(words: readonly string[]): string {
  const name = JSON.stringify(words);
  const hash = createHash('sha1').update(NAMESPACE).update(name, 'utf8').digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
