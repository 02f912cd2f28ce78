import type { RecordCategory } from '../consents/record-category.ts';
import type { Match, WishMatches } from '../matching/match.ts';
import type { ReferralState } from './referral-state.ts';

/** One change of a referral's state; never overwritten. */
export interface ReferralChange {
  /** Moment. */
  at: string;
  /** An account's id, `partner-link` or `system`. */
  by: string;
  from: ReferralState;
  to: ReferralState;
  /** Codes of data/referrals. */
  reason?: string;
  outcome?: string;
  /** No change of state: the school took a letter with a link for the partner. */
  handedOver?: true;
  /** Sealed with the student's own key. */
  sealedNote?: string;
}

/** What has been written to a partner that has not answered. Moments. */
export interface ReferralLetters {
  /** From when the days until the next step count. */
  since: string;
  /** Steps that were taken: reminders, and at last word to the school. */
  done: number;
  lastAt?: string;
  /** Of the next step; absent when all are taken. */
  nextAt?: string;
}

/** One wish of one student, sent to one service. */
export interface Referral {
  id: string;
  studentId: string;
  /** The student's school and district now: where the student goes, the referral goes too. */
  schoolId: string;
  districtId: string;
  organizationId: string;
  serviceId: string;
  offerId: string;
  term: string;
  wish: WishMatches['kind'];
  /** Of a need. */
  urgency?: number;
  source: { kind: 'match' | 'hand' | 'plan'; id?: string };
  /** The referral in whose place it is, because that one's partner has closed. */
  instead?: string;
  /** As the match was when it was referred; absent where it was none. */
  way?: Pick<Match, 'score' | 'minutes' | 'mode' | 'from'>;
  state: ReferralState;
  /** Moment of the last change. */
  stateAt: string;
  /** How often it has been changed: a change is made to the one that was read, or not at all. */
  version: number;
  reason?: string;
  outcome?: string;
  createdAt: string;
  /** Account. */
  createdBy: string;
  /** Moment by which an answer is expected; from sending on. */
  dueAt?: string;
  remindedAt?: string;
  /** Moment at which the school last took a letter for the partner, to hand it over. */
  handedOverAt?: string;
  letters?: ReferralLetters;
  history: ReferralChange[];
  /** Words to the partner, sealed with the student's own key. */
  sealedMessage?: string;
}

/** What a consent must be for before a referral is sent. */
export const REFERRAL_PURPOSE = 'give-help';

/** The record that a referral cannot be without: what the student is referred for. */
export function neededRecord({ wish }: Pick<Referral, 'wish'>): RecordCategory {
  return wish === 'need' ? 'needs' : 'interests';
}

/**
 * The least that a partner needs: what decides whether there is a place before the answer, and who it is and how to
 * reach the family only once the place is given.
 */
export function recordsFor({ wish, state }: Pick<Referral, 'wish' | 'state'>): RecordCategory[] {
  const toDecide: RecordCategory[] = ['grade-and-languages', neededRecord({ wish }), 'free-times'];
  if (state === 'requested' || state === 'received') return toDecide;
  return state === 'accepted' || state === 'in-progress' || state === 'on-hold'
    ? ['name', 'contacts', ...toDecide]
    : [];
}

/** What can be referred at most once at a time: one wish to one service. */
export function openKeyOf({
  studentId,
  wish,
  term,
  serviceId,
}: Pick<Referral, 'studentId' | 'wish' | 'term' | 'serviceId'>): string {
  return [studentId, wish, term, serviceId].join(':');
}
