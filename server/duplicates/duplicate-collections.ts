import type { DuplicateKind } from '../../core/duplicates/duplicate-rules.ts';
import type { DuplicateReason } from '../../core/duplicates/score-pair.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** What can be merged: what people judge, and the links of services to places that become twins when they do. */
export type MergedKind = DuplicateKind | 'service-at-location';

/** That one record is merged into another. Its id is that of the record that is not shown any more. */
export interface MergeRecord {
  id: string;
  kind: MergedKind;
  /** The record that stays; it may have been merged into a third since. */
  into: string;
  at: string;
  /** Account; absent for twins, which follow from other merges. */
  by?: string;
  /** `merging` and `undoing`: its links are being rewritten, by somebody who may have died (settle-merges.ts). */
  state: 'merging' | 'merged' | 'undoing';
}

/** A link that points elsewhere than it did, because what it pointed to was merged; kept so that it can go back. */
export interface MergeLinkRecord {
  /** Collection, record and field. */
  id: string;
  collection: string;
  recordId: string;
  field: string;
  original: unknown;
  now: unknown;
  /** What stood there when `now` was about to be written: whoever dies in between finds it. */
  before: unknown;
  /** All records that `original` and `now` point to. */
  ids: string[];
}

/** Two records that may be one, and what somebody said of them. */
export interface DuplicatePairRecord {
  /** Kind and both ids, the smaller first: the same two records are the same pair in every run. */
  id: string;
  kind: DuplicateKind;
  ids: [string, string];
  probability: number;
  reasons: DuplicateReason[];
  /** Job that found it last. */
  run: string;
  /** `different`: never shown again as open, whatever a run finds. */
  state: 'open' | 'different';
  judgedAt?: string;
  judgedBy?: string;
}

export const merges: CollectionSpec = {
  name: 'merges',
  indexes: [[{ into: 1 }], [{ kind: 1, at: -1 }], [{ state: 1 }]],
};

export const mergeLinks: CollectionSpec = {
  name: 'merge_links',
  indexes: [[{ ids: 1, collection: 1 }]],
};

export const duplicatePairs: CollectionSpec = {
  name: 'duplicate_pairs',
  indexes: [[{ state: 1, kind: 1, probability: -1 }], [{ ids: 1 }]],
};

/** One document while somebody merges: two at once would not see each other's links. */
export const mergeWork: CollectionSpec = { name: 'merge_work', indexes: [] };

export const duplicateCollections: readonly CollectionSpec[] = [
  merges,
  mergeLinks,
  duplicatePairs,
  mergeWork,
];
