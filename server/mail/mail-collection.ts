import type { CollectionSpec } from '../store/collection.ts';

/** An invitation, a link to a new password, and word that a password was set. */
export type MailKind = 'invitation' | 'reset' | 'password-set';

/**
 * A mail that is to leave, kept here until it has. It holds no text and no link: both are made when it leaves. A reset
 * is asked for by an address, and only the worker looks whether there is such an account.
 */
export interface MailRecord {
  id: string;
  kind: MailKind;
  accountId?: string;
  /** Sealed. */
  address?: string;
  status: 'waiting' | 'sent' | 'failed';
  createdAt: string;
  attempts: number;
  /** When it is asked for again at the latest. */
  nextTryAt: Date;
  /** Whoever sends it has it until then. */
  claimedUntil: Date;
  /** Why the last try failed: a code, never the mail server's words, which name people. */
  reason?: string;
  /** MongoDB clears it away then. */
  clearAt?: Date;
}

export const mailCollection: CollectionSpec = {
  name: 'mails',
  indexes: [[{ status: 1, nextTryAt: 1 }], [{ createdAt: -1 }], [{ clearAt: 1 }, { expireAfterSeconds: 0 }]],
};

export const mailCollections: CollectionSpec[] = [mailCollection];
