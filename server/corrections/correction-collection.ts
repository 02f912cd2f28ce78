import type { Correction } from '../../core/corrections/correction.ts';
import type { CollectionSpec } from '../store/collection.ts';

export interface CorrectionRecord extends Correction {
  /** Counts up with every change: a change is made to what was read, or not at all. */
  turn: number;
}

export const corrections: CollectionSpec = {
  name: 'corrections',
  indexes: [[{ recordId: 1 }], [{ 'proposal.at': 1 }, { sparse: true }]],
};

export const correctionCollections: readonly CollectionSpec[] = [corrections];
