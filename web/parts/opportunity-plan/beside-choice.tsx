import { useState } from 'preact/hooks';
import type { PlanValue } from '../../../core/opportunity-plan/plan-value.ts';
import { Button } from '../button.tsx';
import { usePlanOnScreen } from './plan-context.tsx';
import { PlanForm } from './plan-form.tsx';

/** What two people wrote into one field at the same time, side by side, until somebody who may chooses. */
export function BesideChoice({ field, may }: { field: string; may: boolean }) {
  const { page, words, save } = usePlanOnScreen();
  const { t, who, value: say } = words;
  const [joining, setJoining] = useState(false);
  const [failed, setFailed] = useState(false);
  const state = page.fields[field];
  if (!state || state.beside.length === 0) return null;
  const choose = (to: PlanValue) => {
    setFailed(false);
    save([{ field, saw: state.version, to }]).catch(() => setFailed(true));
  };
  const person = (number: number | undefined) => who(number === undefined ? undefined : page.people[number]);
  const texts = [state.value, ...state.beside.map(({ value }) => value)];
  const isText = texts.every((text) => typeof text === 'string' && text.length > 0);
  return (
    <fieldset class="beside no-print">
      <legend class="beside-title">{t('beside.title')}</legend>
      <p>{t(may ? 'beside.lead' : 'beside.wait')}</p>
      <ul class="plain-list beside-texts">
        <li>
          <p class="muted small">{t('beside.now', { who: person(state.written?.number) })}</p>
          <p class="plan-text">{say(field, state.value)}</p>
          {may && <Button onClick={() => choose(state.value)}>{t('beside.keep')}</Button>}
        </li>
        {state.beside.map(({ value, number }) => (
          <li key={number}>
            <p class="muted small">{t('beside.other', { who: person(number) })}</p>
            <p class="plan-text">{say(field, value)}</p>
            {may && <Button onClick={() => choose(value)}>{t('beside.use')}</Button>}
          </li>
        ))}
      </ul>
      {failed && (
        <p class="field-error" role="alert">
          {t('failed')}
        </p>
      )}
      {may && isText && !joining && (
        <p>
          <Button onClick={() => setJoining(true)}>{t('beside.both')}</Button>
        </p>
      )}
      {joining && (
        <PlanForm
          fields={[field]}
          begin={{ [field]: texts.join('\n') }}
          submit={t('save')}
          onDone={() => setJoining(false)}
          onCancel={() => setJoining(false)}
        />
      )}
    </fieldset>
  );
}
