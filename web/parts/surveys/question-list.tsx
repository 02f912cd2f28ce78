import { useState } from 'preact/hooks';
import type { SurveyQuestion } from '../../../core/surveys/question.ts';
import type { Audience } from '../../../core/surveys/question-bank.ts';
import { MOST_QUESTIONS } from '../../../core/surveys/survey.ts';
import type { SurveyLanguage } from '../../../core/surveys/words.ts';
import { loadBank } from '../../api/surveys.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { ErrorState, Skeleton } from '../states.tsx';
import { OwnQuestionForm } from './own-question-form.tsx';
import { moved } from './survey-draft.ts';
import { useSurveys } from './use-surveys.ts';

interface QuestionListProps {
  questions: readonly SurveyQuestion[];
  audience: Audience;
  languages: readonly SurveyLanguage[];
  onChange(questions: SurveyQuestion[]): void;
}

/** The questions in their order, those that are ready, and a place to write one. */
export function QuestionList({ questions, audience, languages, onChange }: QuestionListProps) {
  const { t } = useSurveys();
  const isFull = questions.length >= MOST_QUESTIONS;
  const add = (question: SurveyQuestion) => onChange([...questions, question]);
  return (
    <section class="section">
      <h2>{t('edit.questions')}</h2>
      <Chosen questions={questions} onChange={onChange} />
      {!isFull && <Bank questions={questions} audience={audience} onAdd={add} />}
      {!isFull && <OwnQuestionForm languages={languages} onAdd={add} />}
    </section>
  );
}

function Chosen({ questions, onChange }: Pick<QuestionListProps, 'questions' | 'onChange'>) {
  const { t, say } = useSurveys();
  const [removed, setRemoved] = useState<{ question: SurveyQuestion; at: number } | null>(null);
  const remove = (question: SurveyQuestion, at: number) => {
    setRemoved({ question, at });
    onChange(questions.filter((each) => each !== question));
  };
  return (
    <>
      {questions.length === 0 && <p class="muted">{t('edit.questionsNone')}</p>}
      <ol class="survey-order">
        {questions.map((question, at) => {
          const named = { question: say(question.text) };
          return (
            <li key={question.id}>
              <span>
                {say(question.text)} <span class="muted small">{t(`kind.${question.kind}`)}</span>
              </span>
              <span class="row">
                <Button
                  look="quiet"
                  aria-label={t('edit.up', named)}
                  disabled={at === 0}
                  onClick={() => onChange(moved(questions, at, -1))}
                >
                  ↑
                </Button>
                <Button
                  look="quiet"
                  aria-label={t('edit.down', named)}
                  disabled={at === questions.length - 1}
                  onClick={() => onChange(moved(questions, at, 1))}
                >
                  ↓
                </Button>
                <Button
                  look="quiet"
                  icon="x"
                  aria-label={t('edit.remove', named)}
                  onClick={() => remove(question, at)}
                >
                  {''}
                </Button>
              </span>
            </li>
          );
        })}
      </ol>
      <div role="status">
        {removed && !questions.some(({ id }) => id === removed.question.id) && (
          <p class="notice">
            {t('edit.removed', { question: say(removed.question.text) })}
            <Button
              onClick={() => {
                const { question, at } = removed;
                onChange([...questions.slice(0, at), question, ...questions.slice(at)]);
              }}
            >
              {t('edit.undo')}
            </Button>
          </p>
        )}
      </div>
    </>
  );
}

interface BankProps {
  questions: readonly SurveyQuestion[];
  audience: Audience;
  onAdd(question: SurveyQuestion): void;
}

function Bank({ questions, audience, onAdd }: BankProps) {
  const { t, say } = useSurveys();
  const { data, problem, reload } = useLoaded('survey bank', loadBank);
  if (problem) return <ErrorState problem={problem} onRetry={reload} />;
  if (!data) return <Skeleton lines={4} />;
  const ready = data.find((bank) => bank.audience === audience)?.questions ?? [];
  const left = ready.filter(({ id }) => !questions.some((each) => each.id === id));
  return (
    <div class="stack-tight">
      <h3>{t('edit.bank')}</h3>
      {left.length === 0 && <p class="muted">{t('edit.bankAll', { audience: t(`audience.${audience}`) })}</p>}
      <ul class="plain-list survey-bank">
        {left.map((question) => (
          <li key={question.id}>
            <button type="button" class="pick" onClick={() => onAdd(question)}>
              <span>{t('edit.add', { question: say(question.text) })}</span>
              <span class="muted small">{t(`kind.${question.kind}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
