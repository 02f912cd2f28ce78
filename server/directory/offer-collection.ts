import type { Offer } from '../../core/directory/offer.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** An offer as it is stored. */
export interface OfferRecord extends Offer {
  /** The service's name in plain letters (core/directory/words.ts). */
  nameKey: string;
  /** Hash of all the rest: a rebuild writes only what has changed. */
  fingerprint: string;
}

/**
 * The read model of the directory, written only by rebuild-offers.ts and searched in memory (current-offers.ts). The point stands alone in its index: DocumentDB
 * refuses a compound one with 2dsphere.
 */
export const offers: CollectionSpec = {
  name: 'offers',
  indexes: [
    [{ point: '2dsphere' }],
    [{ termsAndAbove: 1 }],
    [{ serviceId: 1 }],
    [{ locationId: 1 }],
    [{ organizationId: 1 }],
  ],
};
