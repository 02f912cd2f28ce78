import type { Binary } from 'mongodb';
import type { GapResult } from '../../core/gaps/gap.ts';
import type { CollectionSpec } from '../store/collection.ts';
import { rangeCollections } from './ranges/range-collections.ts';

/** The figures of one gap run, small numbers already hidden: what is not stored cannot leak. Its id is the run's. */
export interface GapRecord extends GapResult {
  id: string;
  /** The rows of census areas as JSON, deflated (RFC 1951): those of a state would be too many for one document. */
  packedAreas?: Buffer | Binary;
}

export const gapResults: CollectionSpec = { name: 'gap_results', indexes: [] };

export const gapCollections: readonly CollectionSpec[] = [gapResults, ...rangeCollections];
