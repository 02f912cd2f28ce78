import { useState } from 'preact/hooks';
import type { AssessmentQuestion } from '../../../core/assessments/question-list.ts';
import { type QuestionsPage, saveQuestions } from '../../api/assessments.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import { newId } from '../new-id.ts';
import { QuestionFields } from './question-fields.tsx';
import { useAssessments } from './use-assessments.ts';

interface QuestionsFormProps {
  page: QuestionsPage;
  questions: readonly AssessmentQuestion[];
  inUse: readonly AssessmentQuestion[];
  onChange(questions: AssessmentQuestion[]): void;
  onSaved(next: QuestionsPage): void;
  /** Somebody else has saved some: they are worth a look. */
  onOthers(): void;
}

type Outcome = 'own.saved' | 'own.missing' | 'own.other' | 'failed';

/** The words of each question, group by group; questions can be taken out and added. */
export function QuestionsForm({ page, questions, inUse, onChange, onSaved, onOthers }: QuestionsFormProps) {
  const voice = useAssessments(page);
  const { t, words } = voice;
  const [note, setNote] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const isSame = JSON.stringify(questions) === JSON.stringify(inUse);
  const change = (id: string, next: AssessmentQuestion | null) =>
    onChange(questions.flatMap((each) => (each.id === id ? (next ? [next] : []) : [each])));
  const add = (group: string) => onChange([...questions, { id: newId(), group, text: {}, figures: [] }]);

  const save = async (event: Event) => {
    event.preventDefault();
    if (questions.some(({ text }) => !text.en?.trim() && !text.es?.trim())) return setOutcome('own.missing');
    const basedOn = page.versions[0]?.number ?? 0;
    const { districtId } = page;
    try {
      onSaved(
        await saveQuestions({ districtId, basedOn, questions: [...questions], ...(note.trim() && { note }) }),
      );
      setNote('');
      setOutcome('own.saved');
    } catch (error) {
      const isOthers = asProblem(error).code === 'questions-changed';
      if (isOthers) onOthers();
      setOutcome(isOthers ? 'own.other' : 'failed');
    }
  };
  const isWrong = outcome !== null && outcome !== 'own.saved';
  return (
    <form class="stack" onSubmit={(event) => void save(event)}>
      {page.frameworks
        .flatMap(({ groups }) => groups)
        .map(({ id, name }) => (
          <section key={id} class="section" aria-label={words(name)}>
            <h2>{words(name)}</h2>
            {questions
              .filter(({ group }) => group === id)
              .map((question, n) => (
                <QuestionFields
                  key={question.id}
                  question={question}
                  number={n + 1}
                  voice={voice}
                  onChange={(next) => change(question.id, next)}
                />
              ))}
            <p>
              <Button aria-label={t('own.addTo', { group: words(name) })} onClick={() => add(id)}>
                {t('own.add')}
              </Button>
            </p>
          </section>
        ))}
      <div class="assessment-form">
        <TextField
          label={t('own.note')}
          value={note}
          maxLength={300}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
        <div class="row">
          <Button look="primary" type="submit" disabled={isSame}>
            {t('own.save')}
          </Button>
          <p role="status" class={isWrong ? 'field-error' : 'small'}>
            {outcome && (isWrong || isSame) ? t(outcome) : isSame && t('own.same')}
          </p>
        </div>
      </div>
    </form>
  );
}
