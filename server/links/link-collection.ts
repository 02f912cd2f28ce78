import type { CollectionSpec } from '../store/collection.ts';
import type { LinkPurpose } from './link-purpose.ts';

/**
 * A one-time link that still works. One for each account and purpose, so that a newer one takes the older one's place;
 * one that is used is deleted.
 */
export interface LinkRecord {
  /** `<purpose>/<account's id>` */
  id: string;
  purpose: LinkPurpose;
  accountId: string;
  /** Keyed hash of the token: the token itself is stored nowhere. */
  hash: string;
  /** Keyed hash of the e-mail address: a link that lies in the mailbox of an older address opens nothing. */
  sentTo: string;
  expiresAt: Date;
}

/** MongoDB clears away the expired ones by itself. */
export const linkCollection: CollectionSpec = {
  name: 'one-time-links',
  indexes: [
    [{ hash: 1 }, { unique: true }],
    [{ expiresAt: 1 }, { expireAfterSeconds: 0 }],
  ],
};

/** Who was invited, by whom, and what came of it. The person's name and grants are the account's. */
export interface InvitationRecord {
  /** The account's id: an account is invited once at a time. */
  id: string;
  invitedBy: string;
  invitedAt: string;
  /** The link's end. */
  expiresAt: string;
  acceptedAt?: string;
  withdrawnAt?: string;
}

export const invitationCollection: CollectionSpec = { name: 'invitations', indexes: [] };

export const linkCollections: CollectionSpec[] = [linkCollection, invitationCollection];
