import type { CollectionSpec } from '../store/collection.ts';

export const servicesAtLocations: CollectionSpec = {
  name: 'services_at_locations',
  indexes: [[{ serviceId: 1 }], [{ locationId: 1 }], [{ 'source.system': 1, 'source.id': 1 }]],
};
