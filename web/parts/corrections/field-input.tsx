import { Field, SelectField, TextField } from '../field.tsx';
import { CHOICES, type Control, type FormField, isChoice } from './field-controls.ts';
import type { Draft } from './field-drafts.ts';
import { TermsInput } from './terms-input.tsx';
import { useCorrections } from './use-corrections.ts';

interface FieldInputProps {
  field: FormField;
  control: Control;
  draft: Draft;
  error: string | undefined;
  onChange(draft: Draft): void;
}

/** The input, or inputs, of one field. */
export function FieldInput({ field, control, draft, error, onChange }: FieldInputProps) {
  const { t, fieldName } = useCorrections();
  const label = fieldName(field);
  const set = (part: string) => (event: { currentTarget: { value: string } }) =>
    onChange({ ...draft, [part]: event.currentTarget.value });
  if (control === 'terms') {
    const chosen = (draft.text ?? '').split(' ').filter(Boolean);
    return (
      <TermsInput
        label={label}
        error={error}
        chosen={chosen}
        onChange={(ids) => onChange({ text: ids.join(' ') })}
      />
    );
  }
  if (control === 'choice' && isChoice(field))
    return (
      <SelectField
        label={label}
        error={error}
        hint={field === 'confidentiality' ? t('hint.confidentiality') : undefined}
        value={draft.text ?? ''}
        options={CHOICES[field].map((value) => ({ value, label: t(`is.${value}`) }))}
        onChange={(text) => onChange({ text })}
      />
    );
  if (control === 'ages')
    return (
      <div class="row">
        {(['minimum', 'maximum'] as const).map((part) => (
          <TextField
            key={part}
            label={t(`ages.${part}`)}
            inputMode="numeric"
            hint={part === 'maximum' ? t('hint.ages') : undefined}
            error={part === 'minimum' ? error : undefined}
            value={draft[part] ?? ''}
            onInput={set(part)}
          />
        ))}
      </div>
    );
  if (control === 'address')
    return (
      <>
        {Object.keys(draft).map((part) => (
          <TextField key={part} label={fieldName(part)} value={draft[part] ?? ''} onInput={set(part)} />
        ))}
        {error && <p class="field-error">{error}</p>}
      </>
    );
  if (control === 'line')
    return (
      <TextField label={label} error={error} maxLength={500} value={draft.text ?? ''} onInput={set('text')} />
    );
  return (
    <Field label={label} error={error} hint={control === 'lines' ? t('hint.lines') : undefined}>
      {(attributes) => (
        <textarea
          {...attributes}
          rows={control === 'lines' ? 3 : 5}
          value={draft.text ?? ''}
          onInput={set('text')}
        />
      )}
    </Field>
  );
}
