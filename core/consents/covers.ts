import type { ConsentFacts } from './consent.ts';
import { RECORD_CATEGORIES, type RecordCategory } from './record-category.ts';
import { agreesForOneself, type Birth } from './rights-holder.ts';

/** What is to be passed on, to whom, and what for. */
export interface Passing {
  student: Birth & { id: string };
  organizationId: string;
  /** Ids of records that were merged into the organization's: families may have named it by one of them. */
  formerIds?: readonly string[] | undefined;
  /** The terms that the organization offers, with everything above them. */
  organizationTerms: readonly string[];
  records: readonly RecordCategory[];
  purpose: string;
  /** The day, "YYYY-MM-DD". */
  at: string;
}

/** Whether live consents let all of it pass. Several together may: each record needs one. */
export function covers(consents: readonly ConsentFacts[], passing: Passing): boolean {
  return passing.records.length > 0 && missingRecords(consents, passing).length === 0;
}

/** What no live consent lets pass. */
export function missingRecords(consents: readonly ConsentFacts[], passing: Passing): RecordCategory[] {
  const open = openRecords(consents, passing);
  return passing.records.filter((record) => !open.includes(record));
}

/** What live consents let pass, in the order of the list of records. */
export function openRecords(consents: readonly ConsentFacts[], passing: Passing): RecordCategory[] {
  const open = new Set(consentsFor(consents, passing).flatMap(({ records }) => records));
  return RECORD_CATEGORIES.filter((record) => open.has(record) && passing.records.includes(record));
}

/** The live consents that let at least one of the records pass. */
export function consentsFor<C extends ConsentFacts>(consents: readonly C[], passing: Passing): C[] {
  return consentsNaming(consents, passing).filter((consent) => isLive(consent, passing.student, passing.at));
}

/** The same whether they are live or have ended. */
export function consentsNaming<C extends ConsentFacts>(consents: readonly C[], passing: Passing): C[] {
  return consents.filter(
    (consent) =>
      consent.studentId === passing.student.id &&
      consent.purpose === passing.purpose &&
      isFor(consent, passing) &&
      consent.records.some((record) => passing.records.includes(record)),
  );
}

function isFor({ recipient }: ConsentFacts, passing: Passing): boolean {
  if (recipient.kind === 'organization')
    return recipient.id === passing.organizationId || (passing.formerIds ?? []).includes(recipient.id);
  return recipient.terms.some((term) => passing.organizationTerms.includes(term));
}

/** Why a consent lets nothing pass, or `live`. What was withdrawn stays withdrawn, whatever else ended it. */
export type ConsentState = 'live' | 'withdrawn' | 'rights-passed' | 'expired' | 'not-yet';

export function consentState(consent: ConsentFacts, student: Birth, day: string): ConsentState {
  if (consent.withdrawnAt !== undefined) return 'withdrawn';
  if (day < consent.signedAt) return 'not-yet';
  if (!signerHolds(consent, student, day)) return 'rights-passed';
  return day > consent.expiresAt ? 'expired' : 'live';
}

export function isLive(consent: ConsentFacts, student: Birth, day: string): boolean {
  return consentState(consent, student, day) === 'live';
}

/** A parent's word counts until the student is of age; the student's own from then on, and never one given before. */
function signerHolds({ relation, signedAt }: ConsentFacts, student: Birth, day: string): boolean {
  return relation === 'self' ? agreesForOneself(student, signedAt) : !agreesForOneself(student, day);
}
