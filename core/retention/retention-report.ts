import type { RetainedKind } from './period.ts';

/** What one clearing deleted: numbers and dates, nothing of what was in it. */
export interface RetentionReport {
  id: string;
  startedAt: string;
  /** Absent: it goes on, or was broken off; what it had deleted by then stands here all the same. */
  finishedAt?: string;
  items: RetentionItem[];
}

export interface RetentionItem {
  kind: RetainedKind;
  /** The period in force. */
  days: number;
  deleted: number;
  /** The oldest of the deleted ones, where its age is known. */
  oldest?: string;
}
