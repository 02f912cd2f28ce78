import { useState } from 'preact/hooks';
import { REFUSAL_REASONS, type RefusalReason } from '../../../core/placement/plan.ts';
import { Dialog } from '../accounts/dialog.tsx';
import { Button } from '../button.tsx';
import { Field, SelectField } from '../field.tsx';
import { usePlans } from './use-plans.ts';

interface RefuseDialogProps {
  count: number;
  busy: boolean;
  /** It did not work; what was typed stays. */
  failed: boolean;
  onRefuse(reason: RefusalReason, note: string): void;
  onCancel(): void;
}

/** A reason is asked for, so that the next planning and the next person know. */
export function RefuseDialog({ count, busy, failed, onRefuse, onCancel }: RefuseDialogProps) {
  const { t, work } = usePlans();
  const [reason, setReason] = useState<RefusalReason | null>(null);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const choose = (value: string) => {
    setReason(REFUSAL_REASONS.find((known) => known === value) ?? null);
    setMissing(false);
  };
  return (
    <Dialog title={t('refuse.title', { n: count })} onCancel={onCancel}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (reason === null) setMissing(true);
          else onRefuse(reason, note.trim());
        }}
      >
        <p>{t('refuse.lead')}</p>
        <SelectField
          label={t('refuse.reason')}
          value={reason ?? ''}
          options={[
            { value: '', label: work.t('choose') },
            ...REFUSAL_REASONS.map((value) => ({ value, label: t(`reason.${value}`) })),
          ]}
          error={missing ? t('refuse.choose') : undefined}
          onChange={choose}
        />
        <Field label={t('refuse.note')} hint={t('refuse.noteHint')}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={500}
              value={note}
              onInput={(event) => setNote(event.currentTarget.value)}
            />
          )}
        </Field>
        {failed && (
          <p class="field-error" role="alert">
            {t('act.failed')}
          </p>
        )}
        <div class="row">
          <Button type="submit" look="primary" disabled={busy}>
            {t('refuse.go', { n: count })}
          </Button>
          <Button onClick={onCancel}>{work.t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
