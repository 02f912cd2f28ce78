import type { ConsentTerms, Method, Recipient, Signer, SignerRelation } from '../../core/consents/consent.ts';
import type { ConsentState } from '../../core/consents/covers.ts';
import type { DisclosureState } from '../../core/consents/disclosure-state.ts';
import type { RecordCategory } from '../../core/consents/record-category.ts';
import type { SharedContent } from '../../core/consents/shared-content.ts';
import type { Referral } from '../../core/referrals/referral.ts';
import type { StudentContact } from '../../core/students/student-identity.ts';
import type { Language } from '../text/translate.ts';
import type { List } from './list.ts';
import { get, post } from './request.ts';

/** What records and purposes are called, in the words of the form. */
export interface ConsentWords {
  records: Record<Language, Record<RecordCategory, string>>;
  purposes: Record<Language, Record<string, string>>;
}

export interface Consent {
  id: string;
  records: RecordCategory[];
  purpose: string;
  recipient: Recipient;
  relation: SignerRelation;
  signer: string;
  method: Method;
  signedAt: string;
  expiresAt: string;
  language: Language;
  text: string;
  textHash: string;
  state: ConsentState;
  withdrawnAt?: string;
  withdrawalReason?: string;
}

/** A disclosure as the school and the family see it. */
export interface Shared extends DisclosureState {
  id: string;
  organizationId: string;
  records: RecordCategory[];
  purpose: string;
  status: 'queued' | 'delivered' | 'cancelled';
  requestedAt: string;
  deliveredAt?: string;
  cancelledBecause?: 'withdrawn' | 'no-consent';
  deletionConfirmedAt?: string;
}

export type PossibleSigner = Pick<StudentContact, 'id' | 'name' | 'relation' | 'language'>;

export interface ConsentsPage {
  student: { id: string; schoolId: string; number: string; name: string | null; signsAlone: boolean };
  /** Those of the student's contacts who may sign; only the school is told. */
  signers: PossibleSigner[];
  consents: Consent[];
  shared: Shared[];
  /** Referrals that wait for a consent. */
  drafts: Pick<Referral, 'id' | 'organizationId' | 'wish'>[];
  organizations: Record<string, string>;
  words: ConsentWords;
}

export interface ShownForm {
  version: number;
  text: string;
  textHash: string;
}

export interface SignedForm extends ConsentTerms, Omit<ShownForm, 'text'> {
  signer: Signer;
  method: Method;
  signedAt: string;
}

/** What a partner is told of a disclosure; the content comes when it is opened. */
export interface Received extends DisclosureState {
  id: string;
  organization: string;
  from: { school: string; person: string };
  purpose: string;
  deliveredAt: string;
  deletionConfirmedAt?: string;
}

export interface OpenedRecord extends Received {
  content: SharedContent;
  message?: string;
}

export type ReceivedList = List<Received> & { words: ConsentWords };

export function loadConsents(studentId: string, signal?: AbortSignal): Promise<ConsentsPage> {
  return get<ConsentsPage>(`/students/${studentId}/consents`, {}, signal);
}

export function showForm(studentId: string, terms: ConsentTerms): Promise<ShownForm> {
  return post<ShownForm>(`/students/${studentId}/consent-forms`, terms);
}

export function giveConsent(studentId: string, signed: SignedForm): Promise<Consent> {
  return post<Consent>(`/students/${studentId}/consents`, signed);
}

export function withdrawConsent(studentId: string, consentId: string, reason: string): Promise<ConsentsPage> {
  return post<ConsentsPage>(
    `/students/${studentId}/consents/${consentId}/withdraw`,
    reason ? { reason } : {},
  );
}

export function sendDisclosure(
  studentId: string,
  asked: { organizationId: string; records: RecordCategory[]; purpose: string; message?: string },
): Promise<unknown> {
  return post(`/students/${studentId}/disclosures`, asked);
}

export function loadReceived(signal?: AbortSignal): Promise<ReceivedList> {
  return get<ReceivedList>('/disclosures', {}, signal);
}

export function openReceived(id: string): Promise<OpenedRecord> {
  return get<OpenedRecord>(`/disclosures/${id}`);
}

export function confirmDeletion(id: string): Promise<Received> {
  return post<Received>(`/disclosures/${id}/confirm-deletion`);
}

/** Whose consents end soon, the first to end first. */
export interface EndingConsents {
  items: {
    id: string;
    localId: string;
    name: string | null;
    school: string;
    /** How many of them end. */
    consents: number;
    expiresAt: string;
  }[];
  total: number;
}

export function loadEndingConsents(signal?: AbortSignal): Promise<EndingConsents> {
  return get<EndingConsents>('/consents/ending', {}, signal);
}
