import type { CollectionSpec } from '../store/collection.ts';

/**
 * A link by which a partner answers one referral without an account. It opens while the referral waits for an answer,
 * and afterwards only tells how it was answered; the referral itself says which. One for each letter, so that an older
 * mail's link works as long as it said.
 */
export interface ReferralLinkRecord {
  /** `<referral's id>/<letter>`: 0 for the first mail, then its reminders; `handed-over` for one on paper. */
  id: string;
  referralId: string;
  /** Keyed hash of the token: the token itself is stored nowhere. */
  hash: string;
  expiresAt: Date;
}

/** MongoDB clears away the expired ones by itself. */
export const referralLinks: CollectionSpec = {
  name: 'referral_links',
  indexes: [
    [{ hash: 1 }, { unique: true }],
    [{ expiresAt: 1 }, { expireAfterSeconds: 0 }],
  ],
};

export const referralLinkCollections: readonly CollectionSpec[] = [referralLinks];
