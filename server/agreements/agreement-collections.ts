import type { Agreement } from '../../core/agreements/agreement.ts';
import type { ApprovalMode } from '../../core/agreements/agreement-rules.ts';
import type { PartnerDocument } from '../../core/agreements/partner-document.ts';
import type { CollectionSpec } from '../store/collection.ts';

export type AgreementRecord = Agreement;
export type DocumentRecord = PartnerDocument;

/** What a district has chosen; its id is the district's. Who chose what before is in the log. */
export interface ApprovalSetting {
  id: string;
  mode: ApprovalMode;
  savedBy: string;
  savedAt: string;
}

export const agreements: CollectionSpec = {
  name: 'agreements',
  indexes: [[{ districtId: 1, organizationId: 1 }], [{ organizationId: 1 }]],
};

export const partnerDocuments: CollectionSpec = {
  name: 'partner_documents',
  indexes: [[{ districtId: 1, organizationId: 1 }], [{ organizationId: 1 }]],
};

export const approvalSettings: CollectionSpec = { name: 'approval_settings', indexes: [] };

export const agreementCollections: readonly CollectionSpec[] = [
  agreements,
  partnerDocuments,
  approvalSettings,
];
