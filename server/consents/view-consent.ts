import { consentState } from '../../core/consents/covers.ts';
import type { Birth } from '../../core/consents/rights-holder.ts';
import type { StudentSealer } from '../sealing/student-sealer.ts';
import { sealedAt } from './check-consent.ts';
import type { ConsentRecord } from './consent-collection.ts';

/** A consent as the school and the family see it, and whether it still holds. */
export function viewConsent(consent: ConsentRecord, sealer: StudentSealer, student: Birth, day: string) {
  const { sealedText, sealedSigner, sealedReason, recordedBy, withdrawnBy, ...facts } = consent;
  const open = (sealed: string, part: Parameters<typeof sealedAt>[1]) =>
    sealer.open(sealed, sealedAt(consent.id, part));
  return {
    ...facts,
    state: consentState(consent, student, day),
    signer: open(sealedSigner, 'signer'),
    text: open(sealedText, 'text'),
    ...(sealedReason !== undefined && { withdrawalReason: open(sealedReason, 'reason') }),
  };
}
export type ConsentView = ReturnType<typeof viewConsent>;
