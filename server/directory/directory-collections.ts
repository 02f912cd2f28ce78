import type { CollectionSpec } from '../store/collection.ts';
import { credits } from './credit-store.ts';
import { locations } from './location-collection.ts';
import { offerChanges } from './offer-changes.ts';
import { offers } from './offer-collection.ts';
import { organizations } from './organization-collection.ts';
import { servicesAtLocations } from './service-at-location-collection.ts';
import { services } from './service-collection.ts';

export const directoryCollections: readonly CollectionSpec[] = [
  organizations,
  services,
  locations,
  servicesAtLocations,
  offers,
  offerChanges,
  credits,
];
