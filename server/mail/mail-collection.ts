import type { CollectionSpec } from '../store/collection.ts';

/** To somebody who has an account: about that account, or that something waits there. */
export const ACCOUNT_MAILS = [
  'invitation',
  'reset',
  'password-set',
  'referral-answered',
  'referral-asked',
  'referral-unanswered',
  'referral-closed',
  'review-falling',
] as const;
export type AccountMailKind = (typeof ACCOUNT_MAILS)[number];

/** To the partner whom a school asks for a place: the request, and that it still waits. */
export type PartnerMailKind = 'referral' | 'referral-reminder';

/** To somebody who has an account and wants to hear what waits. */
export type DigestMailKind = 'digest';

export type MailKind = AccountMailKind | PartnerMailKind | DigestMailKind;

/**
 * A mail that is to leave, kept here until it has. It holds no text and no link: both are made when it leaves. A reset
 * is asked for by an address, and only the worker looks whether there is such an account.
 */
export interface MailRecord {
  id: string;
  kind: MailKind;
  accountId?: string;
  /** The referral that a mail to a partner is about, and which of its letters this is: 0 is the request. */
  referral?: { id: string; letter: number };
  /** The district in whose quiet hours, and on whose free days, it waits. */
  quietIn?: string;
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
