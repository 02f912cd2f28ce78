import { useState } from 'preact/hooks';
import { confirmIdentity } from '../../api/own-account.ts';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import { Dialog } from './dialog.tsx';
import { failureWords } from './failure-words.ts';
import { useAccountsWords } from './use-accounts-words.ts';

/** Asks for the password or a code, as an open browser alone is not to be enough. */
export function ConfirmIdentity({ onConfirmed, onCancel }: { onConfirmed(): void; onCancel(): void }) {
  const t = useAccountsWords();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const submit = (event: Event) => {
    event.preventDefault();
    setWrong(undefined);
    confirmIdentity(code.trim() ? { code } : { password }).then(onConfirmed, (error: unknown) =>
      setWrong(failureWords(error, t)),
    );
  };
  return (
    <Dialog title={t('confirm.title')} onCancel={onCancel}>
      <form class="stack" noValidate onSubmit={submit}>
        <p>{t('confirm.lead')}</p>
        <TextField
          label={t('confirm.password')}
          type="password"
          autoComplete="current-password"
          value={password}
          error={wrong}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
        <TextField
          label={t('confirm.code')}
          hint={t('confirm.other')}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
        <div class="row">
          <Button type="submit" look="primary">
            {t('confirm.go')}
          </Button>
          <Button onClick={onCancel}>{t('confirm.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
