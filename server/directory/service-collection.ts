import type { CollectionSpec } from '../store/collection.ts';

export const services: CollectionSpec = {
  name: 'services',
  indexes: [
    [{ organizationId: 1 }],
    [{ terms: 1 }],
    [{ confidentiality: 1 }],
    [{ changedAt: 1 }],
    [{ 'source.system': 1, 'source.id': 1 }],
  ],
};
