import { useRef, useState } from 'preact/hooks';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import { useRetention } from './use-retention.ts';

interface NumberFormProps {
  title: string;
  hint: string;
  action: string;
  buttonClass?: string;
  /** Does what the form is for; what it resolves to is what went wrong, in words. */
  send(number: string): Promise<string | undefined>;
}

/** A form that asks for a student's number, typed. What was typed stays through every error. */
export function NumberForm({ title, hint, action, buttonClass = '', send }: NumberFormProps) {
  const t = useRetention();
  const form = useRef<HTMLFormElement>(null);
  const [number, setNumber] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    setWrong(undefined);
    setBusy(true);
    const problem = number.trim() === '' ? t('number.missing') : await send(number.trim());
    setBusy(false);
    setWrong(problem);
    if (problem !== undefined) form.current?.querySelector('input')?.focus();
  };
  return (
    <form
      ref={form}
      class="number-form no-print"
      noValidate
      aria-label={title}
      onSubmit={(event) => void submit(event)}
    >
      <TextField
        label={t('number')}
        hint={hint}
        error={wrong}
        value={number}
        autoComplete="off"
        spellcheck={false}
        onInput={(event) => setNumber(event.currentTarget.value)}
      />
      <Button type="submit" class={buttonClass} disabled={busy}>
        {action}
      </Button>
    </form>
  );
}
