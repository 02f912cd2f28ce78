import { hash } from 'node:crypto';
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
  const bytes = Buffer.allocUnsafe(NAMESPACE.length + Buffer.byteLength(name));
  NAMESPACE.copy(bytes);
  bytes.write(name, NAMESPACE.length);
  // In one call: of an import each record asks for several, and a stream of two updates takes twice as long.
  const hex = hash('sha1', bytes, 'hex');
  const variant = VARIANTS[Number.parseInt(hex[16]!, 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The four digits that begin the fourth group: two bits say that it is a UUID of RFC 9562, two are free. */
const VARIANTS = '89ab';
