import type { CollectionSpec } from '../store/collection.ts';

export const services: CollectionSpec = {
  name: 'services',
  indexes: [[{ organizationId: 1 }], [{ 'source.system': 1, 'source.id': 1 }]],
};
