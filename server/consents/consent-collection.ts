import type { ConsentFacts, FormLanguage, Method } from '../../core/consents/consent.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** A consent as it is stored. Nothing of it is changed ever after, but that a withdrawal is added. */
export interface ConsentRecord extends ConsentFacts {
  method: Method;
  language: FormLanguage;
  /** Version of the form (data/consents). */
  version: number;
  /** SHA-256 of the text that was shown, in hex. */
  textHash: string;
  contactId?: string;
  recordedAt: string;
  /** Account that recorded it; for `online` that of the signer. */
  recordedBy: string;
  withdrawnBy?: string;
  /** Sealed with the student's own key: the text that was shown, the signer's name, the words of a withdrawal. */
  sealedText: string;
  sealedSigner: string;
  sealedReason?: string;
}

export const consents: CollectionSpec = {
  name: 'consents',
  indexes: [[{ studentId: 1, recordedAt: -1 }]],
};

export const consentCollections: readonly CollectionSpec[] = [consents];
