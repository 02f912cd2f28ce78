import type { Role } from '../../core/accounts/role.ts';
import type { FallSign } from '../../core/reviews/fall-signs.ts';
import type { Answers } from '../../core/reviews/review.ts';
import type { ReviewDue } from '../../core/reviews/review-due.ts';
import type { ReviewGroup } from '../../core/reviews/review-group.ts';
import type { ReviewQuestions } from '../../core/reviews/review-questions.ts';
import { get, post, put } from './request.ts';

/** One month's review; what was said is absent where the reader may only know that there is one. */
export interface ReviewView {
  month: string;
  version: number;
  at: string;
  who: { name: string; as: Role };
  mine: boolean;
  undo: boolean;
  answers?: Answers;
  note?: string;
  signs?: readonly FallSign[];
  followUp?: { at: string; name: string; note: string };
}

export interface ReviewsPage {
  student: {
    id: string;
    schoolId: string;
    school: string;
    number: string;
    grade: number;
    name: string | null;
  };
  month: string;
  due: ReviewDue;
  reviews: ReviewView[];
  questions: Pick<ReviewQuestions, 'questions' | 'faces'>;
  may: { answer: boolean; follow: boolean };
}

export interface ReviewLine {
  id: string;
  schoolId: string;
  localId: string;
  grade: number;
  name: string | null;
  due: ReviewDue;
  last: string | null;
  falling: boolean;
}

export interface ReviewList {
  items: ReviewLine[];
  total: number;
  counts: Record<ReviewGroup, number>;
  /** Names by id. */
  schools: Record<string, string>;
}

/** A month's answers, and the version that one has seen. */
export interface GivenReview {
  saw: number;
  answers: Answers;
  note: string;
}

export function loadReviews(studentId: string, signal?: AbortSignal): Promise<ReviewsPage> {
  return get<ReviewsPage>(`/students/${studentId}/reviews`, {}, signal);
}

export function saveReview(studentId: string, month: string, given: GivenReview): Promise<ReviewsPage> {
  return put<ReviewsPage>(`/students/${studentId}/reviews/${month}`, given);
}

export function undoReview(studentId: string, month: string, saw: number): Promise<ReviewsPage> {
  return post<ReviewsPage>(`/students/${studentId}/reviews/${month}/undo`, { saw });
}

export function followUp(
  studentId: string,
  month: string,
  body: { saw: number; note: string | null },
): Promise<ReviewsPage> {
  return put<ReviewsPage>(`/students/${studentId}/reviews/${month}/follow-up`, body);
}

export function loadReviewList(
  asked: { state: ReviewGroup; school: string },
  signal?: AbortSignal,
): Promise<ReviewList> {
  return get<ReviewList>('/reviews', asked, signal);
}
