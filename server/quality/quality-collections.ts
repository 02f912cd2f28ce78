import type { BoundingBox } from '../../core/geo/point.ts';
import type { SourceQuality } from '../../core/quality/quality-view.ts';
import type { QualityKind } from '../../core/quality/subject.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** A record of the directory as it was looked at last, also where nothing was found. It holds none of its words but the name. */
export interface QualityRecord {
  /** `qualityRecordId` */
  id: string;
  kind: QualityKind;
  recordId: string;
  name: string;
  source: string;
  /** Those that own it; of a place that is nobody's, all that give something there. */
  organizationIds: string[];
  /** Whether it tells where a place is that must not be found. */
  isSecret: boolean;
  /** The rules that found something. */
  rules: string[];
}

/** What a count came to; its id is the job's. */
export interface QualityCount {
  id: string;
  at: string;
  /** The state of the offers when it began (offer-changes.ts). */
  offerState?: string | undefined;
  /** All records, and those of them that tell of no secret place. */
  all: SourceQuality[];
  open: SourceQuality[];
}

/** What the last count learned of the whole directory: a record that is looked at again is held against it. */
export interface QualityBackground {
  id: 'last';
  fence?: BoundingBox | undefined;
  repeated: string[];
}

export function qualityRecordId(kind: QualityKind, recordId: string): string {
  return `${kind}:${recordId}`;
}

export const qualityRecords: CollectionSpec = {
  name: 'quality_records',
  indexes: [[{ rules: 1, name: 1 }], [{ organizationIds: 1 }]],
};

export const qualityCounts: CollectionSpec = { name: 'quality_counts', indexes: [[{ at: -1 }]] };

export const qualityBackground: CollectionSpec = { name: 'quality_background', indexes: [] };

export const qualityCollections: readonly CollectionSpec[] = [
  qualityRecords,
  qualityCounts,
  qualityBackground,
];
