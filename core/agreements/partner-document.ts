import { z } from 'zod';
import type { WithFile } from './paper-file.ts';

/** The facts of a paper that a partner hands in. One paper serves all its agreements with the schools of a district. */
export const DocumentFacts = z.strictObject({
  kind: z.string().min(1).max(100),
  number: z.string().trim().max(100).optional(),
  /** Its last day; absent where it has none. */
  validUntil: z.iso.date('must be a date such as 2027-06-30').optional(),
  note: z.string().trim().max(500).optional(),
});
export type DocumentFacts = z.infer<typeof DocumentFacts>;

export const DOCUMENT_STATES = ['to-check', 'accepted', 'refused'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

export interface PartnerDocument extends DocumentFacts, WithFile {
  id: string;
  organizationId: string;
  districtId: string;
  state: DocumentState;
  handedInAt: string;
  handedInBy: string;
  checkedAt?: string;
  checkedBy?: string;
  /** Why it was refused. */
  reason?: string;
}
