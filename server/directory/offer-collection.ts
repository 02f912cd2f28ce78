import type { Offer } from '../../core/directory/offer.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** An offer as it is stored: with its name as it is sorted. */
export interface OfferRecord extends Offer {
  /** The service's name in plain letters (core/directory/words.ts). */
  nameKey: string;
}

/**
 * The read model of the directory, written only by rebuild-offers.ts. The point stands alone in its index: DocumentDB
 * refuses a compound one with 2dsphere.
 */
export const offers: CollectionSpec = {
  name: 'offers',
  indexes: [
    [{ point: '2dsphere' }],
    [{ nameKey: 1, _id: 1 }],
    [{ words: 1 }],
    [{ termsAndAbove: 1 }],
    [{ serviceId: 1 }],
    [{ locationId: 1 }],
    [{ organizationId: 1 }],
  ],
};
