import { useEffect, useRef, useState } from 'preact/hooks';
import { addAction, type PlacePage, type ShownAction, saveAction } from '../../api/assessments.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { SelectField, TextField } from '../field.tsx';
import { useAssessments } from './use-assessments.ts';

interface ActionFormProps {
  page: PlacePage;
  /** Without one it is new. */
  action?: ShownAction;
  question: string | null;
  onSaved(next: PlacePage): void;
  onCancel(): void;
}

/** Who does what until when. */
export function ActionForm({ page, action, question, onSaved, onCancel }: ActionFormProps) {
  const { t, words } = useAssessments(page);
  const [draft, setDraft] = useState({
    question,
    what: action?.what ?? '',
    owner: action?.owner ?? '',
    dueOn: action?.dueOn ?? '',
  });
  const [wrong, setWrong] = useState<'action.wrong' | 'action.other' | 'failed' | null>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));

  const save = async (event: Event) => {
    event.preventDefault();
    if (!draft.what.trim() || !draft.owner.trim() || !draft.dueOn) return setWrong('action.wrong');
    const facts = { ...draft, year: action?.year ?? page.year };
    try {
      onSaved(await (action ? saveAction({ ...action, ...facts }) : addAction(page.place.id, facts)));
    } catch (error) {
      setWrong(asProblem(error).code === 'assessment-changed' ? 'action.other' : 'failed');
    }
  };
  return (
    <form ref={form} class="assessment-form no-print" onSubmit={(event) => void save(event)}>
      <TextField
        label={t('action.what')}
        value={draft.what}
        maxLength={500}
        onInput={(event) => change({ what: event.currentTarget.value })}
      />
      <div class="controls">
        <TextField
          label={t('action.owner')}
          value={draft.owner}
          maxLength={100}
          onInput={(event) => change({ owner: event.currentTarget.value })}
        />
        <TextField
          type="date"
          label={t('action.due')}
          value={draft.dueOn}
          onInput={(event) => change({ dueOn: event.currentTarget.value })}
        />
      </div>
      <SelectField
        label={t('action.about')}
        value={draft.question ?? ''}
        options={[
          { value: '', label: t('action.aboutNone') },
          ...page.questions.map(({ id, text }) => ({ value: id, label: words(text) })),
        ]}
        onChange={(value) => change({ question: value || null })}
      />
      {wrong && (
        <p class="field-error" role="alert">
          {t(wrong)}
        </p>
      )}
      <div class="row">
        <Button look="primary" type="submit">
          {t('action.save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
