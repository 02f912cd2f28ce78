import type { ShownQuestion } from '../../api/assessments.ts';
import type { AssessmentSpeech } from './use-assessments.ts';

/** Earlier ratings of the year, and the question's words where they were others. */
export function RatingHistory({
  question: { ratings, text },
  voice,
}: {
  question: Pick<ShownQuestion, 'ratings' | 'text'>;
  voice: AssessmentSpeech;
}) {
  const { t, level, words, day } = voice;
  const [newest, ...earlier] = ratings;
  return (
    <>
      {newest && words(newest.asked) !== words(text) && (
        <p class="muted small">{t('askedThen', { text: words(newest.asked) })}</p>
      )}
      {earlier.length > 0 && (
        <details class="small no-print">
          <summary>{t('earlier', { n: earlier.length })}</summary>
          <ul>
            {earlier.map((rating) => (
              <li key={rating.number}>
                {t('earlier.line', {
                  level: rating.level === null ? t('notRated') : level(rating.level),
                  by: rating.by ?? t('somebody'),
                  date: day(rating.at),
                })}
                {rating.evidence && `: ${rating.evidence}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
