import type { CollectionSpec } from '../store/collection.ts';

/** Locations are not searched by distance: offers are. So the point needs no index here. */
export const locations: CollectionSpec = {
  name: 'locations',
  indexes: [
    [{ organizationId: 1 }],
    [{ confidentiality: 1 }],
    [{ pointQuality: 1 }],
    [{ 'addresses.postalCode': 1 }],
    [{ 'source.system': 1, 'source.id': 1 }],
  ],
};
