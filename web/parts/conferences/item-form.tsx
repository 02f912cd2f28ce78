import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../api/problem.ts';
import { Button } from '../button.tsx';
import { Field, type Option } from '../field.tsx';
import { useConferenceWords } from './use-conference-words.ts';

export interface ItemField {
  name: string;
  label: string;
  kind?: 'line' | 'text' | 'date' | 'choice';
  most?: number;
  required?: boolean;
  options?: readonly Option[];
}

type Values = Readonly<Record<string, string>>;

interface ItemFormProps {
  fields: readonly ItemField[];
  begin?: Values;
  submit: string;
  /** What stands there now, to be told where somebody else has changed it. */
  now?: string;
  /** It opened because somebody asked for it, so the focus goes there. */
  focus?: boolean;
  /** @throws Problem when it could not be saved: then what was typed stays. */
  onSave(values: Values): Promise<void>;
  onCancel?: (() => void) | undefined;
}

/** A small form of a meeting. Once saved it is empty again, with the focus in it: who takes notes goes on typing. */
export function ItemForm({
  fields,
  begin = {},
  submit,
  now = '',
  focus = false,
  onSave,
  onCancel,
}: ItemFormProps) {
  const { t } = useConferenceWords();
  const [values, setValues] = useState<Values>(begin);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const toFirst = () => form.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  useEffect(() => {
    if (focus) toFirst();
  }, [focus]);
  const submitted = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setFailure('');
    try {
      await onSave(values);
      setValues({});
      toFirst();
    } catch (error) {
      setFailure(error instanceof Problem ? error.code : 'failed');
    }
    setBusy(false);
  };
  return (
    <form ref={form} class="item-form no-print" onSubmit={submitted}>
      {fields.map((field) => (
        <ItemControl
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      {failure && (
        <p class="field-error" role="alert">
          {failure === 'changed' && t('failed.changed', { now })}
          {failure === 'too-many' && t('failed.many')}
          {failure !== 'changed' && failure !== 'too-many' && t('failed.save')}
        </p>
      )}
      <div class="row">
        <Button type="submit" disabled={busy}>
          {submit}
        </Button>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}

interface ItemControlProps {
  field: ItemField;
  value: string;
  onChange(value: string): void;
}

function ItemControl({ field, value, onChange }: ItemControlProps) {
  const { kind = 'line', label, most, required = false, options = [] } = field;
  const changed = (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value);
  return (
    <Field label={label}>
      {(control) => {
        const shared = { ...control, value, required, maxLength: most, onInput: changed };
        if (kind === 'text') return <textarea {...shared} rows={3} />;
        if (kind === 'date') return <input {...shared} type="date" />;
        if (kind === 'line') return <input {...shared} type="text" />;
        return (
          <select {...control} value={value} onChange={changed}>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        );
      }}
    </Field>
  );
}
