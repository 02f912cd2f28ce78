import { useMemo } from 'preact/hooks';
import type { FallSign } from '../../../core/reviews/fall-signs.ts';
import type { ReviewDue } from '../../../core/reviews/review-due.ts';
import type { ReviewQuestions } from '../../../core/reviews/review-questions.ts';
import type { ReviewView } from '../../../core/reviews/review-view.ts';
import { type ReviewsTexts, reviewsEn } from '../../text/reviews-en.ts';
import { reviewsEs } from '../../text/reviews-es.ts';
import { type Language, localeOf, type Translate } from '../../text/translate.ts';
import { useTextOf } from '../../text/use-voice.tsx';
import { usePlanText, whoWords } from '../opportunity-plan/use-plan-words.ts';
import { useWork } from '../work/use-work.ts';

const texts = { en: reviewsEn, es: reviewsEs };

export type ReviewText = Translate<ReviewsTexts>;
type Asked = Pick<ReviewQuestions, 'questions' | 'faces'>;

/** Months, people and states of monthly checks in the reader's language. */
export function useReviewWords() {
  const t = useTextOf(texts);
  const plan = usePlanText();
  const { say, language } = useWork();
  return useMemo(() => {
    const day = (date: string) => say.date(`${date}T12:00:00`);
    return {
      t,
      say,
      language,
      month: (month: string) => monthWords(month, language),
      who: ({ who }: Pick<ReviewView, 'who'>) => whoWords(who, plan),
      due: (due: ReviewDue) => dueWords(due, t, day),
      sign: (sign: FallSign, asked: Asked) => signWords(sign, asked, t, language),
    };
  }, [t, plan, say, language]);
}
export type ReviewWords = ReturnType<typeof useReviewWords>;

/** "October 2026": a month without a day is the same everywhere. */
function monthWords(month: string, language: Language): string {
  const format = new Intl.DateTimeFormat(localeOf(language), { month: 'long', year: 'numeric' });
  return format.format(new Date(`${month}-15T12:00:00`));
}

function dueWords({ state, by, missed }: ReviewDue, t: ReviewText, day: (date: string) => string): string {
  if (state === 'due') return t('due.due', { date: day(by ?? '') });
  if (state === 'overdue') return t('due.overdue', { n: missed, date: day(by ?? '') });
  return t(`due.${state}`);
}

/** A question that is asked no more is told by its id. */
function signWords(sign: FallSign, { questions, faces }: Asked, t: ReviewText, language: Language): string {
  if (sign.kind === 'in-a-row') return t('sign.in-a-row', { n: sign.count });
  const question = questions.find(({ id }) => id === sign.question)?.short[language] ?? sign.question;
  const face = (answer: number) => faces[answer - 1]?.[language] ?? String(answer);
  if (sign.kind === 'low') return t('sign.low', { question, answer: face(sign.answer) });
  return t('sign.drop', { question, from: face(sign.from), to: face(sign.to) });
}
