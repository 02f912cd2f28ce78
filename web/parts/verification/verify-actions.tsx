import { useState } from 'preact/hooks';
import {
  sayChanged,
  sayStillRight,
  type VerifiableService,
  type VerificationQueue,
} from '../../api/verification.ts';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import { useVerification } from './use-verification.ts';

interface VerifyActionsProps {
  service: Pick<VerifiableService, 'id' | 'name'>;
  /** The queue as it is now, and what to say about it. */
  onSaid(queue: VerificationQueue, words: string): void;
}

/** "Still right" with one click, or what has changed in words. */
export function VerifyActions({ service: { id, name }, onSaid }: VerifyActionsProps) {
  const { t } = useVerification();
  const [writing, setWriting] = useState(false);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const send = async (work: () => Promise<VerificationQueue>, words: string) => {
    setBusy(true);
    setFailed(false);
    await work().then(
      (queue) => {
        setWriting(false);
        setNote('');
        onSaid(queue, words);
      },
      () => setFailed(true),
    );
    setBusy(false);
  };
  return (
    <div class="stack-tight no-print">
      {writing ? (
        <form
          class="stack-tight"
          onSubmit={(event) => {
            event.preventDefault();
            void send(() => sayChanged(id, note.trim()), t('said.changed'));
          }}
        >
          <TextField
            label={t('changed.what')}
            hint={t('changed.hint')}
            required
            minLength={5}
            maxLength={1000}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
          <div class="row">
            <Button type="submit" disabled={busy}>
              {t('changed.do')}
            </Button>
            <Button onClick={() => setWriting(false)}>{t('cancel')}</Button>
          </div>
        </form>
      ) : (
        <div class="row">
          <Button
            icon="check"
            disabled={busy}
            aria-label={t('rightOf', { name })}
            onClick={() => void send(() => sayStillRight(id), t('said.right', { name }))}
          >
            {t('right')}
          </Button>
          <Button look="quiet" aria-label={t('changedOf', { name })} onClick={() => setWriting(true)}>
            {t('changed')}
          </Button>
        </div>
      )}
      {failed && (
        <p class="field-error" role="alert">
          {t('failed')}
        </p>
      )}
    </div>
  );
}
