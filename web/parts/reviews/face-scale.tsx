import type { ReviewQuestion, ReviewQuestions } from '../../../core/reviews/review-questions.ts';
import { Face } from './face.tsx';
import { useReviewWords } from './use-review-words.ts';

interface FaceScaleProps {
  question: ReviewQuestion;
  faces: ReviewQuestions['faces'];
  at: number;
  of: number;
  /** Null: rather not say. Undefined: not answered. */
  answer: number | null | undefined;
  onAnswer(answer: number | null): void;
}

/** One question with its faces: nothing is chosen before it is pressed. */
export function FaceScale({ question, faces, at, of, answer, onAnswer }: FaceScaleProps) {
  const { t, language } = useReviewWords();
  const id = `ask-${question.id}`;
  return (
    <fieldset id={id} class="face-scale" tabIndex={-1}>
      <legend>
        {question.ask[language]} <span class="muted small">{t('ask.of', { at, of })}</span>
      </legend>
      <div class="faces">
        {faces.map((words, n) => (
          <button
            key={words.en}
            type="button"
            class="face-button"
            aria-pressed={answer === n + 1}
            onClick={() => onAnswer(n + 1)}
          >
            <Face value={n + 1} />
            <span>{words[language]}</span>
          </button>
        ))}
      </div>
      <button
        type="button"
        class="button button-quiet face-skip"
        aria-pressed={answer === null}
        onClick={() => onAnswer(null)}
      >
        {t('skip')}
      </button>
    </fieldset>
  );
}
