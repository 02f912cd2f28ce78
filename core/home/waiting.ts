/** `waits.<kind>` in waits-en.ts and waits-es.ts says each in words. */
export const WAITING_KINDS = [
  'referrals-late',
  'referrals-no-address',
  'referrals-draft',
  'referrals-to-answer',
  'opportunity-plans',
  'reviews-falling',
  'reviews-overdue',
  'reviews-due',
  'review-own',
  'agreements-ending',
  'papers-missing',
  'papers-to-check',
  'promises-late',
  'verify',
  'suggestions',
  'proposals',
  'points',
  'surveys-to-count',
  'surveys-few',
  'survey-names',
  'assessment-actions',
  'consents-ending',
  'shared-to-delete',
  'feeds-waiting',
  'feeds-failing',
  'webhooks-off',
  'imports-findings',
  'runs-failed',
] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

/** Something that waits for somebody: so many, and the page on which it is done, already filtered. */
export interface WaitingItem {
  kind: WaitingKind;
  count: number;
  /** Since when, or until when, the first of them: a day or a moment. */
  oldest?: string;
  address: string;
}

/** One item for what waits in one place; nothing where nothing does. */
export function waitingItem(
  kind: WaitingKind,
  count: number,
  address: string,
  oldest?: string,
): WaitingItem[] {
  return count === 0 ? [] : [{ kind, count, address, ...(oldest !== undefined && { oldest }) }];
}
