import type { ReviewDue } from './review-due.ts';

/** What is asked for in lists: who is to be asked, who is late, who is doing worse, who has answered, all. */
export const REVIEW_GROUPS = ['open', 'overdue', 'falling', 'done', 'all'] as const;
export type ReviewGroup = (typeof REVIEW_GROUPS)[number];

export function isIn(group: ReviewGroup, { due, falling }: { due: ReviewDue; falling: boolean }): boolean {
  if (group === 'open') return due.state === 'due' || due.state === 'overdue';
  if (group === 'falling') return falling;
  return group === 'all' || due.state === group;
}
