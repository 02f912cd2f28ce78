import type { SharedContent } from '../../core/consents/shared-content.ts';
import { post } from './request.ts';

/** Who asks whom, and how it stands. */
export interface AskedOutline {
  status: 'waiting' | 'yes' | 'no' | 'over';
  organization: string;
  service: string;
  school: { name: string; phone?: string };
  contact?: { name: string; email: string };
  changedAt: string;
  answerBy?: string;
}

/** What a partner may read of a request. */
export interface AskedDetails {
  wish: { term: string; wish: 'need' | 'interest'; urgency?: 1 | 2 | 3 };
  content: SharedContent;
  message?: string;
}

export interface Opened extends AskedOutline {
  /** Absent where there is nothing to answer any more. */
  asked?: AskedDetails;
  /** For a no. */
  reasons?: { code: string; en: string; es: string }[];
}

export interface Answered extends AskedOutline {
  /** With a yes, this once. */
  next?: AskedDetails;
}

export type Answer =
  | { answer: 'yes'; note?: string }
  | { answer: 'no'; reason: string; note?: string }
  | { answer: 'ask'; note: string };

export function lookAtRequest(link: string): Promise<AskedOutline> {
  return post<AskedOutline>('/referral-links/look', { link });
}

export function openRequest(link: string): Promise<Opened> {
  return post<Opened>('/referral-links/open', { link });
}

export function answerRequest(link: string, answer: Answer): Promise<Answered> {
  return post<Answered>('/referral-links/answer', { link, ...answer });
}
