import type { AnsweredBy } from '../../../core/surveys/answer.ts';
import type { Audience } from '../../../core/surveys/question-bank.ts';
import { CheckField, TextField } from '../field.tsx';
import type { DraftFault } from './answer-draft.ts';
import { useSurveys } from './use-surveys.ts';

interface ByFieldsProps {
  by: AnsweredBy;
  audience: Audience;
  faults: readonly DraftFault[];
  onChange(by: AnsweredBy): void;
}

/** Who answers, and whether the school may write down what is needed. */
export function ByFields({ by, audience, faults, onChange }: ByFieldsProps) {
  const { t } = useSurveys();
  return (
    <fieldset class="survey-question stack">
      <legend>{t('by.title')}</legend>
      <p class="field-hint">{t('by.hint')}</p>
      <TextField
        label={t('by.name')}
        autoComplete="off"
        value={by.name}
        error={faults.includes('name') ? t('by.nameMissing') : undefined}
        onInput={(event) => onChange({ ...by, name: event.currentTarget.value })}
      />
      <TextField
        label={t(audience === 'families' ? 'by.child' : 'by.student')}
        autoComplete="off"
        value={by.student}
        error={faults.includes('student') ? t('by.studentMissing') : undefined}
        onInput={(event) => onChange({ ...by, student: event.currentTarget.value })}
      />
      <TextField
        label={t('by.number')}
        autoComplete="off"
        value={by.number ?? ''}
        onInput={(event) => onChange({ ...by, number: event.currentTarget.value })}
      />
      <CheckField
        label={t('by.mayBecomeNeeds')}
        checked={by.mayBecomeNeeds}
        onChange={(mayBecomeNeeds) => onChange({ ...by, mayBecomeNeeds })}
      />
    </fieldset>
  );
}
