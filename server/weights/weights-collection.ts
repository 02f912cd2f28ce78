import type { Weighting } from '../../core/matching/weighting.ts';
import type { CollectionSpec } from '../store/collection.ts';
import type { Version } from '../store/versions.ts';

/** One saving of a district's weights; 0 stands for what data/matching says. */
export type WeightsVersion = Version & Weighting;

export const matchingWeights: CollectionSpec = {
  name: 'matching_weights',
  indexes: [[{ districtId: 1, number: -1 }]],
};

export const weightsCollections: readonly CollectionSpec[] = [matchingWeights];
