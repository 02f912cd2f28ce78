import type { GapResult } from '../../core/gaps/gap.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** The figures of one gap run, small numbers already hidden: what is not stored cannot leak. Its id is the run's. */
export interface GapRecord extends GapResult {
  id: string;
}

export const gapResults: CollectionSpec = { name: 'gap_results', indexes: [] };

export const gapCollections: readonly CollectionSpec[] = [gapResults];
