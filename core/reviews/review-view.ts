import type { Role } from '../accounts/role.ts';
import type { StudentHeading } from '../students/student-heading.ts';
import type { FallSign } from './fall-signs.ts';
import type { Answers, Review } from './review.ts';
import type { ReviewDue } from './review-due.ts';
import type { ReviewQuestions } from './review-questions.ts';

/** A review as it is told; without what was said to who may only know that it was. */
export interface ReviewView extends Pick<Review, 'month' | 'version' | 'at'> {
  who: { name: string; as: Role };
  /** Whether the asker may answer anew, and take back what was answered last. */
  mine: boolean;
  undo: boolean;
  answers?: Answers;
  note?: string;
  signs?: readonly FallSign[];
  followUp?: { at: string; name: string; note: string };
}

/** All reviews of a student, and how this month's stands. */
export interface ReviewsView {
  student: StudentHeading;
  /** This month, "YYYY-MM". */
  month: string;
  due: ReviewDue;
  /** The oldest first. */
  reviews: ReviewView[];
  questions: Pick<ReviewQuestions, 'questions' | 'faces'>;
  may: { answer: boolean; follow: boolean };
}
