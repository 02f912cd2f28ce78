import type { CollectionSpec } from '../store/collection.ts';

export const schools: CollectionSpec = {
  name: 'schools',
  indexes: [[{ districtId: 1 }], [{ 'source.system': 1, 'source.id': 1 }]],
};

export const schoolCollections: readonly CollectionSpec[] = [schools];
