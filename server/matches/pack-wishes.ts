import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Binary } from 'mongodb';
import type { WishMatches } from '../../core/matching/match.ts';

/**
 * Matches with their reasons as they are stored: JSON, deflated (RFC 1951). They are written by the ten thousand, are
 * much alike, are read one student at a time and are never searched: packed they take a tenth of the space, and
 * writing them a sixth of the time (docs/benchmarks.md).
 */
export type PackedWishes = Buffer | Binary;

export function packWishes(wishes: readonly WishMatches[]): Buffer {
  return deflateRawSync(JSON.stringify(wishes), { level: 1 });
}

export function unpackWishes(packed: PackedWishes): WishMatches[] {
  const bytes = Buffer.isBuffer(packed) ? packed : packed.buffer;
  return JSON.parse(inflateRawSync(bytes).toString('utf8'));
}
