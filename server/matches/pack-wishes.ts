import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Binary } from 'mongodb';
import type { WishMatches } from '../../core/matching/match.ts';
import type { StudentSealer } from '../sealing/student-sealer.ts';

/**
 * Matches with their reasons as they are stored: JSON, deflated (RFC 1951), sealed with the student's own key, for they
 * tell of circumstances that are. They are written by the ten thousand, are much alike, are read one student at a time
 * and are never searched: packed they take a tenth of the space, and writing them a sixth of the time
 * (docs/benchmarks.md).
 */
export type PackedWishes = Buffer | Binary;

type Sealer = Pick<StudentSealer, 'sealBytes' | 'openBytes'>;

const FIELD = 'matches';

export function packWishes(sealer: Sealer, wishes: readonly WishMatches[]): Buffer {
  return sealer.sealBytes(deflateRawSync(JSON.stringify(wishes), { level: 1 }), FIELD);
}

/** @throws Error where they were sealed for somebody else, or a bit has changed. */
export function unpackWishes(sealer: Sealer, packed: PackedWishes): WishMatches[] {
  const bytes = Buffer.isBuffer(packed) ? packed : packed.buffer;
  return JSON.parse(inflateRawSync(sealer.openBytes(bytes, FIELD)).toString('utf8'));
}
