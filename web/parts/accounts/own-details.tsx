import { useState } from 'preact/hooks';
import { changeOwnAccount, type OwnAccount } from '../../api/own-account.ts';
import { loadSession } from '../../api/session.ts';
import { useSession } from '../../state/session.tsx';
import { Button } from '../button.tsx';
import { SelectField, TextField } from '../field.tsx';
import { StatusLine } from '../status-line.tsx';
import { failureWords } from './failure-words.ts';
import { useAccountsWords } from './use-accounts-words.ts';

interface OwnDetailsProps {
  own: OwnAccount;
  run(work: () => Promise<void>): Promise<boolean>;
  onChange(): void;
}

/** The name, the language, and the address one signs in with. */
export function OwnDetails({ own, run, onChange }: OwnDetailsProps) {
  const t = useAccountsWords();
  const { enter } = useSession();
  const [name, setName] = useState(own.name);
  const [language, setLanguage] = useState<string>(own.language);
  const [email, setEmail] = useState(own.email);
  const [said, setSaid] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const submit = (event: Event) => {
    event.preventDefault();
    setWrong(undefined);
    const moved = email.trim() !== own.email;
    run(async () => {
      await changeOwnAccount({
        name: name.trim(),
        language: language === 'es' ? 'es' : 'en',
        ...(moved && { email: email.trim() }),
      });
      enter(await loadSession());
      setSaid(t('own.saved'));
      onChange();
    }).catch((error: unknown) => setWrong(failureWords(error, t)));
  };
  return (
    <section class="account-part" aria-labelledby="details">
      <form class="stack" noValidate onSubmit={submit}>
        <h2 id="details">{t('own.details')}</h2>
        <TextField
          label={t('own.name')}
          autoComplete="name"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <TextField
          label={t('own.email')}
          hint={t('own.emailHint')}
          type="email"
          autoComplete="email"
          value={email}
          disabled={own.demo}
          error={wrong}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
        <SelectField
          label={t('own.language')}
          value={language}
          options={[
            { value: 'en', label: 'English' },
            { value: 'es', label: 'Español' },
          ]}
          onChange={setLanguage}
        />
        <div class="row">
          <Button type="submit">{t('own.save')}</Button>
          <StatusLine>{said}</StatusLine>
        </div>
      </form>
    </section>
  );
}
