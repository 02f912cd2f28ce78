import type { WishMatches } from '../../core/matching/match.ts';
import type { Weighting } from '../../core/matching/weighting.ts';
import type { CollectionSpec } from '../store/collection.ts';
import type { PackedWishes } from './pack-wishes.ts';

/**
 * What one run found for one student. A run writes its results beside the old ones and turns them `current` when it
 * is complete; then the older ones go. A screen reads the current one with the highest run number, so at every moment
 * of that change it sees a whole result.
 */
export interface MatchRecord {
  /** `${runId}:${studentId}`: writing it twice changes nothing. */
  id: string;
  runId: string;
  runNumber: number;
  studentId: string;
  schoolId: string;
  current: boolean;
  /** Hash of all that went into it. While it stays the same, the result stays right. */
  fingerprint: string;
  /** The weights by which they were ordered; absent in results from before they could be changed. */
  weighting?: Weighting;
  /** How many matches each need and interest has: what lists and gaps ask. */
  wishes: (Pick<WishMatches, 'kind' | 'term' | 'weight'> & { found: number })[];
  needs: number;
  needsMatched: number;
  matches: number;
  /** The matches with all their reasons, sealed: what one student's screen asks. */
  packed: PackedWishes;
}

/** A share of a run: students that are matched as one task. */
export interface MatchChunk {
  /** `${runId}:${n}` */
  id: string;
  runId: string;
  n: number;
  studentIds: string[];
  done: boolean;
}

export const matches: CollectionSpec = {
  name: 'matches',
  indexes: [[{ studentId: 1, runNumber: -1 }], [{ runId: 1, studentId: 1 }], [{ schoolId: 1, current: 1 }]],
};

export const matchChunks: CollectionSpec = { name: 'match_chunks', indexes: [[{ runId: 1, n: 1 }]] };

export const matchCollections: readonly CollectionSpec[] = [matches, matchChunks];
