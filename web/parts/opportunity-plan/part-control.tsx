import type { PlanField } from '../../../core/opportunity-plan/plan-field.ts';
import {
  GOAL_AREAS,
  GOAL_TERMS,
  type PlanValue,
  STEP_STATES,
} from '../../../core/opportunity-plan/plan-value.ts';
import { CheckField, Field, type Option, SelectField, TextField } from '../field.tsx';
import { type PlanOnScreen, usePlanOnScreen } from './plan-context.tsx';
import { type PlanText, partWords } from './use-plan-words.ts';

interface PartControlProps {
  field: PlanField;
  value: PlanValue;
  hint?: string | undefined;
  required?: boolean;
  onChange(value: PlanValue): void;
}

const LONGEST = { words: 2000, text: 500, line: 200 } as const;
const SUPPORTERS_LIST = 'plan-supporters';

/** What fits a part of a plan: a text, a line, a choice, a day or a tick. */
export function PartControl({ field, value, hint, required = false, onChange }: PartControlProps) {
  const { page, plan, words } = usePlanOnScreen();
  const { t } = words;
  const label = partWords(field, t);
  const text = typeof value === 'string' ? value : '';
  if (field.list === 'words' || field.part === 'text')
    return (
      <Field label={label} labelHidden={field.list === 'words'} hint={hint}>
        {(control) => (
          <textarea
            {...control}
            rows={field.list === 'words' ? 5 : 2}
            maxLength={field.list === 'words' ? LONGEST.words : LONGEST.text}
            required={required}
            value={text}
            onInput={(event) => onChange(event.currentTarget.value)}
          />
        )}
      </Field>
    );
  const options = optionsOf(field.part, t, { page, plan, words });
  if (options)
    return (
      <SelectField
        label={label}
        value={text || (options[0]?.value ?? '')}
        options={options}
        onChange={(next) => onChange(next || null)}
      />
    );
  if (field.part === 'mayContact')
    return <CheckField label={label} checked={value === true} onChange={onChange} />;
  return (
    <>
      <TextField
        label={label}
        hint={hint}
        type={field.part === 'by' ? 'date' : 'text'}
        maxLength={LONGEST.line}
        required={required}
        value={text}
        {...(field.part === 'helper' && { list: SUPPORTERS_LIST })}
        onInput={(event) => onChange(event.currentTarget.value || null)}
      />
      {field.part === 'helper' && (
        <datalist id={SUPPORTERS_LIST}>
          {plan.supporters.map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
        </datalist>
      )}
    </>
  );
}

function optionsOf(
  part: string,
  t: PlanText,
  { page, plan, words }: Pick<PlanOnScreen, 'page' | 'plan' | 'words'>,
): Option[] | undefined {
  if (part === 'term') return GOAL_TERMS.map((value) => ({ value, label: t(`term.${value}`) }));
  if (part === 'area') return GOAL_AREAS.map((value) => ({ value, label: t(`area.${value}`) }));
  if (part === 'state') return STEP_STATES.map((value) => ({ value, label: t(`state.${value}`) }));
  if (part === 'goal')
    return [
      { value: '', label: t('goal.none') },
      ...plan.goals.map(({ id, text }) => ({ value: id, label: text })),
    ];
  if (part !== 'referral') return undefined;
  const known = Object.keys(page.referrals);
  return [
    { value: '', label: t('referral.none') },
    ...known.map((id) => ({ value: id, label: words.referral(id) })),
  ];
}
