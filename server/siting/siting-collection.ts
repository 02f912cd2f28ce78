import type { SitingOutcome } from '../../core/where-next/siting-outcome.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** What came of one run of "Where next?". Its id is the run's. */
export interface SitingRecord extends SitingOutcome {
  id: string;
}

export const sitingResults: CollectionSpec = { name: 'siting_results', indexes: [] };

export const sitingCollections: readonly CollectionSpec[] = [sitingResults];
