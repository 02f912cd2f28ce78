import type { ReviewsView } from '../../../core/reviews/review-view.ts';
import { useReviewWords } from './use-review-words.ts';

/** Says to a student whose month was harder who will come, and whom to call now (988lifeline.org). */
export function NotAlone({ page }: { page: ReviewsView }) {
  const { t } = useReviewWords();
  const last = page.reviews.at(-1);
  if (!last?.signs?.length || last.followUp) return null;
  return (
    <p class="fall" role="status">
      {t('follow.own')}
    </p>
  );
}
