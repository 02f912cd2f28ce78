import type { Weighting } from '../../core/matching/weighting.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** One saving of a district's weights. It is never changed: the newest one holds. */
export interface WeightsVersion extends Weighting {
  /** `${districtId}:${number}`: two people who save at once cannot both make the next version. */
  id: string;
  districtId: string;
  /** Counts up from 1 within the district; 0 stands for what data/matching says. */
  number: number;
  /** Why, in the words of who saved it. */
  note?: string;
  /** The account that saved it. */
  accountId: string;
  savedAt: string;
}

export const matchingWeights: CollectionSpec = {
  name: 'matching_weights',
  indexes: [[{ districtId: 1, number: -1 }]],
};

export const weightsCollections: readonly CollectionSpec[] = [matchingWeights];
