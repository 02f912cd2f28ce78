import type { Answers } from '../../core/reviews/review.ts';
import type { ReviewGroup } from '../../core/reviews/review-group.ts';
import type { ReviewLines } from '../../core/reviews/review-line.ts';
import type { ReviewsView } from '../../core/reviews/review-view.ts';
import { get, post, put } from './request.ts';

export interface ReviewList extends ReviewLines {
  /** Names by id. */
  schools: Record<string, string>;
}

/** A month's answers, and the version that one has seen. */
export interface GivenReview {
  saw: number;
  answers: Answers;
  note: string;
}

export function loadReviews(studentId: string, signal?: AbortSignal): Promise<ReviewsView> {
  return get<ReviewsView>(`/students/${studentId}/reviews`, {}, signal);
}

export function saveReview(studentId: string, month: string, given: GivenReview): Promise<ReviewsView> {
  return put<ReviewsView>(`/students/${studentId}/reviews/${month}`, given);
}

export function undoReview(studentId: string, month: string, saw: number): Promise<ReviewsView> {
  return post<ReviewsView>(`/students/${studentId}/reviews/${month}/undo`, { saw });
}

export function followUp(
  studentId: string,
  month: string,
  body: { saw: number; note: string | null },
): Promise<ReviewsView> {
  return put<ReviewsView>(`/students/${studentId}/reviews/${month}/follow-up`, body);
}

export function loadReviewList(
  asked: { state: ReviewGroup; school: string },
  signal?: AbortSignal,
): Promise<ReviewList> {
  return get<ReviewList>('/reviews', asked, signal);
}
