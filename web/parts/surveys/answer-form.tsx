import { useState } from 'preact/hooks';
import type { SurveyForm } from '../../api/surveys.ts';
import { Button } from '../button.tsx';
import { type AnswerDraft, type DraftFault, draftFaults, NO_ANSWER } from './answer-draft.ts';
import { ByFields } from './by-fields.tsx';
import { QuestionField } from './question-field.tsx';
import { useSurveys } from './use-surveys.ts';

/** The questions, one below the other. What is typed stays on this page alone: the next person at a tablet sees none of it. */
export function AnswerForm({ form, onSend }: { form: SurveyForm; onSend(draft: AnswerDraft): void }) {
  const { main } = useSurveys();
  const language = form.languages.find((each) => each === main.language) ?? form.languages[0] ?? 'en';
  const { t, say } = useSurveys(language);
  const [draft, setDraft] = useState(NO_ANSWER);
  const [faults, setFaults] = useState<DraftFault[]>([]);
  const send = (event: Event) => {
    event.preventDefault();
    const found = draftFaults(draft, form.named);
    setFaults(found);
    if (found.length === 0) onSend(draft);
  };
  return (
    <form class="stack" lang={language} onSubmit={send} noValidate>
      <header class="stack-tight">
        <h1>{say(form.title)}</h1>
        <p class="muted">{form.school}</p>
        {form.intro && <p>{say(form.intro)}</p>}
        <p>{t(form.named ? 'answer.named' : 'answer.anonymous')}</p>
      </header>
      {form.questions.map((question, at) => (
        <QuestionField
          key={question.id}
          question={question}
          number={at + 1}
          language={language}
          draft={draft}
          onChange={setDraft}
        />
      ))}
      {form.named && (
        <ByFields
          by={draft.by}
          audience={form.audience}
          faults={faults}
          onChange={(by) => setDraft({ ...draft, by })}
        />
      )}
      {faults.length > 0 && (
        <p class="field-error" role="alert">
          {t(faults.includes('nothing') ? 'answer.nothing' : 'answer.nameMissing')}
        </p>
      )}
      <p>
        <Button look="primary" type="submit">
          {t('answer.send')}
        </Button>
      </p>
    </form>
  );
}
