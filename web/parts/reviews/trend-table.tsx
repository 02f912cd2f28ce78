import type { ReviewQuestion } from '../../../core/reviews/review-questions.ts';
import type { ReviewsView, ReviewView } from '../../../core/reviews/review-view.ts';
import { type Column, Table } from '../table.tsx';
import { useReviewWords } from './use-review-words.ts';

/** All reviews, the newest first: what was answered, in words, and by whom. */
export function TrendTable({ page }: { page: ReviewsView }) {
  const { t, month, who, language, say } = useReviewWords();
  const { questions, faces } = page.questions;
  const answered = ({ answers }: ReviewView, { id }: ReviewQuestion) => {
    const n = answers?.[id] ?? null;
    return n === null ? '–' : t('face.of', { n, word: faces[n - 1]?.[language] ?? '' });
  };
  const hasNotes = page.reviews.some(({ note }) => note);
  const columns: Column<ReviewView>[] = [
    { key: 'month', label: t('trend.month'), cell: (review) => month(review.month) },
    ...questions.map((question) => ({
      key: question.id,
      label: question.short[language],
      cell: (review: ReviewView) => answered(review, question),
    })),
    ...(hasNotes
      ? [{ key: 'note', label: t('trend.note'), cell: ({ note }: ReviewView) => note ?? '' }]
      : []),
    {
      key: 'who',
      label: t('trend.who'),
      cell: (review) => `${who(review)}, ${say.date(review.at)}`,
    },
  ];
  const isHidden = page.reviews.some(({ answers }) => answers === undefined);
  return (
    <>
      {isHidden && <p class="muted">{t('trend.hidden')}</p>}
      <Table
        caption={t('trend.caption')}
        columns={columns}
        rows={[...page.reviews].reverse()}
        rowKey={(one) => one.month}
      />
    </>
  );
}
