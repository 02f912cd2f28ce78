import type { CollectionSpec } from '../store/collection.ts';

export const organizations: CollectionSpec = {
  name: 'organizations',
  indexes: [[{ 'source.system': 1, 'source.id': 1 }]],
};
