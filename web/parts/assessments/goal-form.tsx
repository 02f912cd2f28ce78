import { useState } from 'preact/hooks';
import type { Level } from '../../../core/assessments/framework.ts';
import { type AssessmentList, setGoal } from '../../api/assessments.ts';
import { Button } from '../button.tsx';
import { type Option, SelectField, TextField } from '../field.tsx';
import { type AssessmentSpeech, useAssessments } from './use-assessments.ts';

type District = AssessmentList['districts'][number];

interface GoalFormProps {
  list: AssessmentList;
  district: District;
  onSet(): void;
}

/** A goal for all schools of the district in the year that is shown. */
export function GoalForm({ list, district, onSet }: GoalFormProps) {
  const voice = useAssessments(list);
  const { t } = voice;
  const choices = aims(list, district, voice);
  const [on, setOn] = useState(choices[0]?.value ?? '');
  const [target, setTarget] = useState<Level>(3);
  const [note, setNote] = useState('');
  const [failed, setFailed] = useState(false);
  const set = async (event: Event) => {
    event.preventDefault();
    const [kind, id = ''] = on.split(' ');
    const aim = kind === 'group' ? { kind: 'group' as const, id } : { kind: 'question' as const, id };
    try {
      await setGoal({ districtId: district.id, year: list.year, on: aim, target, note });
      setNote('');
      setFailed(false);
      onSet();
    } catch {
      setFailed(true);
    }
  };
  return (
    <details class="no-print">
      <summary>{t('goal.new')}</summary>
      <form class="assessment-form" onSubmit={(event) => void set(event)}>
        <SelectField label={t('goal.on')} value={on} options={choices} onChange={setOn} />
        <SelectField
          label={t('goal.target')}
          value={String(target)}
          options={list.levels.map(({ level }) => ({
            value: String(level),
            label: `${level} · ${voice.level(level)}`,
          }))}
          onChange={(value) =>
            setTarget(list.levels.find(({ level }) => String(level) === value)?.level ?? 3)
          }
        />
        <TextField
          label={t('goal.note')}
          value={note}
          maxLength={500}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
        {failed && (
          <p class="field-error" role="alert">
            {t('failed')}
          </p>
        )}
        <Button look="primary" type="submit">
          {t('goal.save')}
        </Button>
      </form>
    </details>
  );
}

/** Each group, followed by its questions. */
function aims({ frameworks }: AssessmentList, { questions }: District, voice: AssessmentSpeech): Option[] {
  const { t, group, words } = voice;
  return frameworks
    .flatMap(({ groups }) => groups)
    .map(({ id }) => ({ id, own: questions.filter((question) => question.group === id) }))
    .filter(({ own }) => own.length > 0)
    .flatMap(({ id, own }) => [
      { value: `group ${id}`, label: t('goal.group', { group: group(id) }) },
      ...own.map((question) => ({
        value: `question ${question.id}`,
        label: t('goal.question', { group: group(id), question: words(question.text) }),
      })),
    ]);
}
