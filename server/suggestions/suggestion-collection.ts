import type { Suggestion } from '../../core/verification/suggestion.ts';
import type { CollectionSpec } from '../store/collection.ts';

export interface SuggestionRecord extends Suggestion {
  /** Keyed hash of the token by which its giver sees what became of it; absent where it came with an account. */
  hash?: string;
}

export const suggestions: CollectionSpec = {
  name: 'suggestions',
  indexes: [[{ state: 1, at: 1 }], [{ at: 1 }], [{ serviceId: 1 }], [{ hash: 1 }]],
};

export const suggestionCollections: readonly CollectionSpec[] = [suggestions];
