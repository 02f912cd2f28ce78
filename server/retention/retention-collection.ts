import type { CollectionSpec } from '../store/collection.ts';

export const retentionReports: CollectionSpec = {
  name: 'retention_reports',
  indexes: [[{ startedAt: -1 }]],
};

export const retentionCollections: readonly CollectionSpec[] = [retentionReports];
