import type { ReviewDue } from './review-due.ts';
import type { ReviewGroup } from './review-group.ts';

/** One student in the list of whom to review. */
export interface ReviewLine {
  id: string;
  schoolId: string;
  localId: string;
  grade: number;
  name: string | null;
  due: ReviewDue;
  /** Month of the last review. */
  last: string | null;
  /** Whether somebody should look after the student; false where the asker may not know. */
  falling: boolean;
}

/** One group of the list, and how many are in each. */
export interface ReviewLines {
  items: ReviewLine[];
  total: number;
  counts: Record<ReviewGroup, number>;
}
