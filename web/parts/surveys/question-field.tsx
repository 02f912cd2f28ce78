import { choicesOf, type SurveyQuestion, takesMany } from '../../../core/surveys/question.ts';
import type { SurveyLanguage } from '../../../core/surveys/words.ts';
import { Button } from '../button.tsx';
import { type AnswerDraft, withChoice } from './answer-draft.ts';
import { useSurveys } from './use-surveys.ts';

interface QuestionFieldProps {
  question: SurveyQuestion;
  /** From 1, as on paper. */
  number: number;
  language: SurveyLanguage;
  draft: AnswerDraft;
  onChange(draft: AnswerDraft): void;
}

/** One question with its boxes. Nothing has to be answered, and what was ticked can be taken back. */
export function QuestionField({ question, number, language, draft, onChange }: QuestionFieldProps) {
  const { t, say } = useSurveys(language);
  const legend = `${number}. ${say(question.text)}`;
  if (question.kind === 'text') {
    const id = `answer-${question.id}`;
    return (
      <div class="survey-question">
        <label for={id}>{legend}</label>
        <p id={`${id}-hint`} class="field-hint">
          {t('answer.textHint')}
        </p>
        <textarea
          id={id}
          aria-describedby={`${id}-hint`}
          rows={3}
          maxLength={2000}
          value={draft.texts[question.id] ?? ''}
          onInput={(event) =>
            onChange({ ...draft, texts: { ...draft.texts, [question.id]: event.currentTarget.value } })
          }
        />
      </div>
    );
  }
  const chosen = draft.choices[question.id] ?? [];
  const isOne = !takesMany(question);
  return (
    <fieldset class="survey-question">
      <legend>{legend}</legend>
      <p class="field-hint">{t(isOne ? 'answer.one' : 'answer.many')}</p>
      <Boxes {...{ question, language, draft, onChange }} />
      {isOne && chosen.length > 0 && (
        <Button look="quiet" onClick={() => onChange(withChoice(draft, question, '', false))}>
          {t('answer.clear')}
        </Button>
      )}
    </fieldset>
  );
}

function Boxes({ question, language, draft, onChange }: Omit<QuestionFieldProps, 'number'>) {
  const { say, choice } = useSurveys(language);
  const chosen = draft.choices[question.id] ?? [];
  const isScale = question.kind === 'scale';
  return (
    <div class={isScale ? 'survey-scale' : 'survey-boxes'}>
      {isScale && <span class="muted small">1: {say(question.low)}</span>}
      {choicesOf(question).map((each) => (
        <label key={each} class="check-field">
          <input
            type={takesMany(question) ? 'checkbox' : 'radio'}
            name={`answer-${question.id}`}
            checked={chosen.includes(each)}
            onChange={(event) => onChange(withChoice(draft, question, each, event.currentTarget.checked))}
          />
          <span>{choice(question, each)}</span>
        </label>
      ))}
      {isScale && <span class="muted small">5: {say(question.high)}</span>}
    </div>
  );
}
