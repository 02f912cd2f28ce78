import { useState } from 'preact/hooks';
import { Dialog } from '../accounts/dialog.tsx';
import { Button } from '../button.tsx';
import { Field } from '../field.tsx';
import { useReferralWords } from './use-referral-words.ts';

interface AskDialogProps {
  organization: string;
  busy: boolean;
  onSend(message: string): void;
  onCancel(): void;
}

/** Where nobody knows whether a place takes the student: what they are to check. */
export function AskDialog({ organization, busy, onSend, onCancel }: AskDialogProps) {
  const { t, work } = useReferralWords();
  const [message, setMessage] = useState('');
  const [missing, setMissing] = useState(false);
  const words = message.trim();
  return (
    <Dialog title={t('refer.ask.title', { organization })} onCancel={onCancel}>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (words) onSend(words);
          else setMissing(true);
        }}
      >
        <p>{t('refer.ask.lead')}</p>
        <Field label={t('refer.ask.message')} error={missing && !words ? t('refer.ask.missing') : undefined}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={1000}
              value={message}
              onInput={(event) => setMessage(event.currentTarget.value)}
            />
          )}
        </Field>
        <div class="row">
          <Button type="submit" look="primary" disabled={busy}>
            {t('refer.ask.go')}
          </Button>
          <Button onClick={onCancel}>{work.t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
