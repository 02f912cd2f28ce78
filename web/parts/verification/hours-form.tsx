import { useEffect, useRef, useState } from 'preact/hooks';
import type { WeeklySpan } from '../../../core/schedule/schedule.ts';
import { Button } from '../button.tsx';
import { useVerification } from './use-verification.ts';
import { draftOf, hoursOf, wrongTimes } from './week-draft.ts';
import { WeekEditor } from './week-editor.tsx';

interface HoursFormProps {
  hours: readonly WeeklySpan[];
  /** What went wrong when it was sent. */
  problem?: string | undefined;
  onSave(hours: WeeklySpan[]): void;
  onCancel(): void;
}

/** A week to type; the first field has the focus, and after a mistake the first wrong one. */
export function HoursForm({ hours, problem, onSave, onCancel }: HoursFormProps) {
  const { t } = useVerification();
  const [draft, setDraft] = useState(() => draftOf(hours));
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [empty, setEmpty] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, button')?.focus(), []);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [wrong]);
  const submit = (event: Event) => {
    event.preventDefault();
    const found = wrongTimes(draft);
    const week = hoursOf(draft);
    setWrong(found);
    setEmpty(found.size === 0 && week.length === 0);
    if (found.size === 0 && week.length > 0) onSave(week);
  };
  return (
    <form ref={form} class="stack-tight no-print" noValidate onSubmit={submit}>
      <p class="muted small">{t('hours.hint')}</p>
      <WeekEditor draft={draft} wrong={wrong} onChange={setDraft} />
      {(empty || problem) && (
        <p class="field-error" role="alert">
          {empty ? t('hours.empty') : problem}
        </p>
      )}
      <div class="row">
        <Button type="submit">{t('hours.save')}</Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
