import { useState } from 'preact/hooks';
import { changePassword } from '../../api/own-account.ts';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import { StatusLine } from '../status-line.tsx';
import { LEAST_LENGTH, passwordRefusal } from '../work/password-words.ts';
import { useWork } from '../work/use-work.ts';
import { useAccountsWords } from './use-accounts-words.ts';

interface OwnPasswordProps {
  email: string;
  run(work: () => Promise<void>): Promise<boolean>;
  onChange(): void;
}

export function OwnPassword({ email, run, onChange }: OwnPasswordProps) {
  const t = useAccountsWords();
  const { t: work } = useWork();
  const [password, setPassword] = useState('');
  const [said, setSaid] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const submit = (event: Event) => {
    event.preventDefault();
    if (password.length < LEAST_LENGTH) return setWrong(work('newPassword.tooShort', { n: LEAST_LENGTH }));
    setWrong(undefined);
    run(async () => {
      await changePassword(password);
      setPassword('');
      setSaid(t('password.saved'));
      onChange();
    }).catch((error: unknown) => setWrong(passwordRefusal(error, work).words));
  };
  return (
    <section class="account-part" aria-labelledby="password">
      <form class="stack" noValidate onSubmit={submit}>
        <h2 id="password">{t('password.title')}</h2>
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <TextField
          label={t('password.new')}
          hint={t('password.hint', { n: LEAST_LENGTH })}
          type="password"
          autoComplete="new-password"
          value={password}
          error={wrong}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
        <div class="row">
          <Button type="submit">{t('password.save')}</Button>
          <StatusLine>{said}</StatusLine>
        </div>
      </form>
    </section>
  );
}
