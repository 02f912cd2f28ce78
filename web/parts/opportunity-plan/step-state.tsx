import { useState } from 'preact/hooks';
import { fieldOf } from '../../../core/opportunity-plan/plan-field.ts';
import type { Step } from '../../../core/opportunity-plan/plan-of.ts';
import { STEP_STATES } from '../../../core/opportunity-plan/plan-value.ts';
import { SelectField } from '../field.tsx';
import { BesideChoice } from './beside-choice.tsx';
import { usePlanOnScreen } from './plan-context.tsx';

/** How far a step is: saved as soon as it is chosen. */
export function StepState({ step }: { step: Step }) {
  const { page, words, save } = usePlanOnScreen();
  const { t } = words;
  const [failed, setFailed] = useState(false);
  const field = fieldOf('steps', step.id, 'state');
  if (!page.may.progress) return <p>{t(`state.${step.state}`)}</p>;
  const choose = (to: string) => {
    setFailed(false);
    save([{ field, saw: page.fields[field]?.version ?? 0, to }]).catch(() => setFailed(true));
  };
  return (
    <div class="plan-state no-print">
      <SelectField
        label={t('step.state', { step: step.text })}
        labelHidden
        value={step.state}
        options={STEP_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
        error={failed ? t('failed') : undefined}
        onChange={choose}
      />
      <BesideChoice field={field} may />
    </div>
  );
}
