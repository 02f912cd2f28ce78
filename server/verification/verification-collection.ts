import type { Verifier } from '../../core/verification/verified.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** One word that a service is described rightly. */
export interface VerificationEntry {
  at: string;
  by: Exclude<Verifier, 'source'>;
  accountId: string;
}

/** The last word on a service, whose id it has, beside the directory so that no import overwrites it; and those before. */
export interface VerificationRecord extends VerificationEntry {
  id: string;
  history: VerificationEntry[];
  /** The service that was merged into this one, and whose word it is (server/duplicates). */
  lentBy?: string;
}

export const verifications: CollectionSpec = { name: 'verifications', indexes: [] };

export const verificationCollections: readonly CollectionSpec[] = [verifications];
