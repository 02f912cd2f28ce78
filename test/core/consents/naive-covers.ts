import type { ConsentFacts } from '../../../core/consents/consent.ts';
import type { Passing } from '../../../core/consents/covers.ts';

/** The rules as a lawyer would read them aloud, one record and one consent at a time, with dates as dates. */
export function naivelyCovers(consents: readonly ConsentFacts[], passing: Passing): boolean {
  if (passing.records.length === 0) return false;
  for (const record of passing.records) {
    let found = false;
    for (const consent of consents) {
      if (consent.withdrawnAt) continue;
      if (consent.studentId !== passing.student.id) continue;
      if (consent.purpose !== passing.purpose) continue;
      if (!consent.records.includes(record)) continue;
      if (consent.recipient.kind === 'organization' && consent.recipient.id !== passing.organizationId)
        continue;
      if (consent.recipient.kind === 'class') {
        let offersOne = false;
        for (const term of consent.recipient.terms)
          if (passing.organizationTerms.includes(term)) offersOne = true;
        if (!offersOne) continue;
      }
      if (Date.parse(passing.at) < Date.parse(consent.signedAt)) continue;
      if (Date.parse(passing.at) > Date.parse(consent.expiresAt)) continue;
      const birthday = eighteenth(passing);
      const now = Date.parse(passing.at);
      if (consent.relation !== 'self' && birthday <= now) continue;
      if (consent.relation === 'self' && Date.parse(consent.signedAt) < birthday) continue;
      found = true;
    }
    if (!found) return false;
  }
  return true;
}

/** Milliseconds of the day that counts as the 18th birthday; never, where nothing is known. */
function eighteenth({ student: { birthDate, birthMonth } }: Passing): number {
  if (birthDate === undefined && birthMonth === undefined) return Number.POSITIVE_INFINITY;
  const [year = 0, month = 1, day = 1] = (birthDate ?? birthMonth ?? '').split('-').map(Number);
  return Date.UTC(year + 18, month - 1, day);
}
