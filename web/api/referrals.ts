import type { RecordCategory } from '../../core/consents/record-category.ts';
import type { SharedContent } from '../../core/consents/shared-content.ts';
import type { HandedLetter } from '../../core/referrals/handed-letter.ts';
import type { Referral, ReferralChange } from '../../core/referrals/referral.ts';
import type { ReferralRules } from '../../core/referrals/referral-rules.ts';
import type { Party, ReferralState } from '../../core/referrals/referral-state.ts';
import type { StudentName } from '../../core/students/student-identity.ts';
import { get, post } from './request.ts';

export type ReferralStep = Omit<ReferralChange, 'by' | 'sealedNote'> & {
  by: Party;
  name?: string;
  note?: string;
};

/** A referral as the school and the family see it. */
export interface ReferralView
  extends Omit<Referral, 'history' | 'sealedMessage' | 'districtId' | 'createdBy' | 'way'> {
  serviceName: string;
  organizationName: string;
  createdBy: string;
  message?: string;
  /** Of a draft: what no consent covers yet. */
  missing?: RecordCategory[];
  steps: ReferralStep[];
}

export interface StudentReferrals {
  items: ReferralView[];
  words: ReferralRules;
}

export interface ListedReferral extends ReferralView {
  name: StudentName | null;
  localId: string;
  grade: number;
  late: boolean;
  /** Why its partner has not been written to; absent where it has, or need not be. */
  unreached?: 'no-mail' | 'no-address';
}

export interface ReferralPage {
  items: ListedReferral[];
  total: number;
  page: number;
  perPage: number;
  counts: Record<string, number>;
  schools: { id: string; districtId: string; name: string }[];
  words: ReferralRules;
}

export interface ReferralTurn {
  from: ReferralState;
  to: ReferralState;
  reason?: string;
  outcome?: string;
  note?: string;
}

/** What a partner is told of a referral; who it is about comes when it is opened. */
export interface PartnerReferral
  extends Pick<
    Referral,
    'id' | 'organizationId' | 'serviceId' | 'state' | 'stateAt' | 'dueAt' | 'reason' | 'outcome'
  > {
  serviceName: string;
  organizationName: string;
  from: { school: string; person: string };
}

export interface OpenedReferral extends PartnerReferral {
  /** Absent where nothing is open to the partner. */
  shared?: {
    wish: Pick<Referral, 'term' | 'wish' | 'urgency'>;
    content: SharedContent;
    message?: string;
  };
  words: ReferralRules;
}

export interface PartnerReferrals {
  items: PartnerReferral[];
  words: ReferralRules;
}

export interface PlanReferred {
  sent: number;
  waiting: number;
  already: number;
  gone: number;
}

export function loadStudentReferrals(studentId: string, signal?: AbortSignal): Promise<StudentReferrals> {
  return get<StudentReferrals>(`/students/${studentId}/referrals`, {}, signal);
}

export function makeReferral(
  studentId: string,
  asked: { offerId: string; term: string; message?: string },
): Promise<ReferralView> {
  return post<ReferralView>(`/students/${studentId}/referrals`, asked);
}

export function turnReferral(id: string, turn: ReferralTurn): Promise<ReferralView> {
  return post<ReferralView>(`/referrals/${id}/turn`, turn);
}

export function makeLetter(id: string): Promise<HandedLetter> {
  return post<HandedLetter>(`/referrals/${id}/letter`);
}

export function loadReferrals(
  query: { school?: string; state?: string; page?: number },
  signal?: AbortSignal,
): Promise<ReferralPage> {
  return get<ReferralPage>('/referrals', query, signal);
}

export function referPlan(planId: string): Promise<PlanReferred> {
  return post<PlanReferred>(`/placement-plans/${planId}/referrals`);
}

export function loadPartnerReferrals(signal?: AbortSignal): Promise<PartnerReferrals> {
  return get<PartnerReferrals>('/partner-referrals', {}, signal);
}

export function openPartnerReferral(id: string): Promise<OpenedReferral> {
  return get<OpenedReferral>(`/partner-referrals/${id}`);
}

export function turnPartnerReferral(id: string, turn: ReferralTurn): Promise<PartnerReferral> {
  return post<PartnerReferral>(`/partner-referrals/${id}/turn`, turn);
}
