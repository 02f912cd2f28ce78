import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import type { ConsentSpeech } from './use-consent-words.ts';

interface WithdrawConsentProps {
  recipient: string;
  speech: ConsentSpeech;
  withdraw(reason: string): Promise<unknown>;
  onClose(): void;
}

/** It cannot be undone, so it asks once and says what will happen. */
export function WithdrawConsent({ recipient, speech: { t }, withdraw, onClose }: WithdrawConsentProps) {
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setFailed(false);
    await withdraw(reason.trim()).catch(() => {
      setFailed(true);
      setBusy(false);
    });
  };
  return (
    <form class="withdraw no-print" onSubmit={submit}>
      <h4 ref={heading} tabIndex={-1}>
        {t('withdraw.title')}
      </h4>
      <p>{t('withdraw.what', { recipient })}</p>
      <TextField
        label={t('withdraw.reason')}
        value={reason}
        maxLength={1000}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      {failed && (
        <p class="field-error" role="alert">
          {t('failed')}
        </p>
      )}
      <div class="row">
        <Button type="submit" look="primary" disabled={busy}>
          {t('withdraw.do')}
        </Button>
        <Button onClick={onClose}>{t('withdraw.keep')}</Button>
      </div>
    </form>
  );
}
