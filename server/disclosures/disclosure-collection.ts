import type { RecordCategory } from '../../core/consents/record-category.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** Parts of a student's record on their way to an organization, or there. */
export interface DisclosureRecord {
  id: string;
  studentId: string;
  schoolId: string;
  organizationId: string;
  records: RecordCategory[];
  purpose: string;
  /** Under which it was asked for; from the handing over on, under which it was handed over. */
  consentIds: string[];
  status: 'queued' | 'delivered' | 'cancelled';
  requestedAt: string;
  requestedBy: string;
  deliveredAt?: string;
  cancelledAt?: string;
  cancelledBecause?: 'withdrawn' | 'no-consent';
  /** The recipient says that what it had kept is deleted. */
  deletionConfirmedAt?: string;
  deletionConfirmedBy?: string;
  /** Sealed with the student's own key: words to the recipient, and what was handed over. */
  sealedMessage?: string;
  sealedContent?: string;
}

export const disclosures: CollectionSpec = {
  name: 'disclosures',
  indexes: [
    [{ studentId: 1, requestedAt: -1 }],
    [{ organizationId: 1, requestedAt: -1 }],
    [{ status: 1, requestedAt: 1 }],
  ],
};

export const disclosureCollections: readonly CollectionSpec[] = [disclosures];
