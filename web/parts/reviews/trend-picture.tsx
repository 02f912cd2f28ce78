import { meanAnswer } from '../../../core/reviews/mean-answer.ts';
import { SCALE } from '../../../core/reviews/review-questions.ts';
import type { ReviewsView, ReviewView } from '../../../core/reviews/review-view.ts';
import { Face } from './face.tsx';
import { useReviewWords } from './use-review-words.ts';

const STEP = 44;
const HEIGHT = 120;
const LEFT = 34;
const TOP = 12;
/** So many months stand beside each other; all are in the table. */
const MOST = 12;

/** The mean of each month's answers as a line, with a mark where somebody should look. */
export function TrendPicture({ page }: { page: ReviewsView }) {
  const { t, language, month } = useReviewWords();
  const { faces } = page.questions;
  const points = page.reviews
    .map((review) => ({ review, mean: review.answers ? meanAnswer(review.answers) : null }))
    .filter((point): point is { review: ReviewView; mean: number } => point.mean !== null)
    .slice(-MOST);
  if (points.length < 2) return null;
  const width = LEFT + points.length * STEP;
  const x = (n: number) => LEFT + (n + 0.5) * STEP;
  const y = (mean: number) => TOP + ((SCALE - mean) / (SCALE - 1)) * HEIGHT;
  const label = t('trend.picture', { low: faces[0]?.[language] ?? '', high: faces.at(-1)?.[language] ?? '' });
  return (
    <figure class="trend">
      <figcaption class="muted small">{label}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT + TOP + 26}`}
        style={{ maxWidth: `${width * 1.3}px` }}
        role="img"
        aria-label={label}
      >
        {[1, 3, 5].map((mean) => (
          <g key={mean}>
            <line class="trend-line" x1={LEFT} x2={width} y1={y(mean)} y2={y(mean)} />
            <Face value={mean} size={20} x={4} y={y(mean) - 10} />
          </g>
        ))}
        <polyline class="trend-curve" points={points.map(({ mean }, n) => `${x(n)},${y(mean)}`).join(' ')} />
        {points.map(({ review, mean }, n) => (
          <g key={review.month}>
            <circle class={review.signs?.length ? 'trend-fall' : 'trend-dot'} cx={x(n)} cy={y(mean)} r={5} />
            <text x={x(n)} y={HEIGHT + TOP + 20} text-anchor="middle">
              {month(review.month).slice(0, 3)}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
