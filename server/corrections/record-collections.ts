import type { RecordKind } from '../../core/corrections/correction.ts';
import { locations } from '../directory/location-collection.ts';
import { organizations } from '../directory/organization-collection.ts';
import { servicesAtLocations } from '../directory/service-at-location-collection.ts';
import { services } from '../directory/service-collection.ts';
import type { CollectionSpec } from '../store/collection.ts';

export const COLLECTION_OF: Record<RecordKind, CollectionSpec> = {
  organization: organizations,
  service: services,
  location: locations,
  'service-at-location': servicesAtLocations,
};

/** The kind of the records of a collection; undefined where none of them can be corrected. */
export function kindOf(collection: string): RecordKind | undefined {
  const kinds = Object.keys(COLLECTION_OF) as RecordKind[];
  return kinds.find((kind) => COLLECTION_OF[kind].name === collection);
}
