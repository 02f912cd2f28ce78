import { useEffect, useRef, useState } from 'preact/hooks';
import { reveals } from '../../../core/corrections/correction.ts';
import type { FieldView } from '../../../core/corrections/field-view.ts';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import type { Control, FormField } from './field-controls.ts';
import { draftOf, typedValue } from './field-drafts.ts';
import { FieldInput } from './field-input.tsx';
import { useCorrections } from './use-corrections.ts';

interface FieldFormProps {
  field: FormField;
  control: Control;
  item: FieldView;
  error: string | undefined;
  onSave(value: unknown, reason: string | undefined): void;
  onCancel(): void;
}

/** One field to type. The first input has the focus. */
export function FieldForm({ field, control, item, error, onSave, onCancel }: FieldFormProps) {
  const { t } = useCorrections();
  // What stood there when it was begun: a list keeps the parts that nobody touched.
  const [before] = useState(item.value);
  const [draft, setDraft] = useState(() => draftOf(field, item.value));
  const [reason, setReason] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus(), []);
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [error]);
  const value = typedValue(field, draft, before);
  const submit = (event: Event) => {
    event.preventDefault();
    onSave(value, reason.trim() || undefined);
  };
  return (
    <form ref={form} class="stack-tight no-print" noValidate onSubmit={submit}>
      <FieldInput field={field} control={control} draft={draft} error={error} onChange={setDraft} />
      {reveals(field, before, value) && (
        <TextField
          label={t('reason')}
          maxLength={1000}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <div class="row">
        <Button type="submit" look="primary">
          {t('save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
