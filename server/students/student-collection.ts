import type { CollectionSpec } from '../store/collection.ts';

export const students: CollectionSpec = {
  name: 'students',
  indexes: [[{ schoolId: 1, localId: 1 }], [{ 'source.system': 1, 'source.id': 1 }]],
};

export const studentCollections: readonly CollectionSpec[] = [students];
