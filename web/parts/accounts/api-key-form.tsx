import { useEffect, useRef, useState } from 'preact/hooks';
import type { MadeApiKey } from '../../../core/api-keys/api-key.ts';
import { KEY_DAYS } from '../../../core/api-keys/key-days.ts';
import { KEY_SCOPES, type KeyScope } from '../../../core/policy/key-scopes.ts';
import { makeApiKey } from '../../api/api-keys.ts';
import { Button } from '../button.tsx';
import { CheckField, SelectField, TextField } from '../field.tsx';
import { failureWords } from './failure-words.ts';
import { useAccountsWords } from './use-accounts-words.ts';

interface ApiKeyFormProps {
  run(work: () => Promise<void>): Promise<boolean>;
  onMade(made: MadeApiKey): void;
  onCancel(): void;
}

/** Which program a key is for, what it may do, and for how long. */
export function ApiKeyForm({ run, onMade, onCancel }: ApiKeyFormProps) {
  const t = useAccountsWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly KeyScope[]>(['directory.read']);
  const [days, setDays] = useState('90');
  const [tried, setTried] = useState(false);
  const [failed, setFailed] = useState('');
  useEffect(() => heading.current?.focus(), []);
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(true);
    setFailed('');
    const chosen = KEY_DAYS.find((known) => String(known) === days);
    if (name.trim() === '' || scopes.length === 0 || chosen === undefined) return;
    run(async () => onMade(await makeApiKey({ name: name.trim(), scopes: [...scopes], days: chosen }))).catch(
      (error: unknown) => setFailed(failureWords(error, t)),
    );
  };
  return (
    <form class="card stack person-form" noValidate onSubmit={submit} aria-labelledby="key-form">
      <h3 id="key-form" ref={heading} tabIndex={-1}>
        {t('keys.add')}
      </h3>
      <TextField
        label={t('keys.name')}
        hint={t('keys.nameHint')}
        value={name}
        maxLength={100}
        error={tried && name.trim() === '' ? t('keys.nameMissing') : undefined}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <fieldset class="stack-tight">
        <legend>{t('keys.may')}</legend>
        {KEY_SCOPES.map((scope) => (
          <CheckField
            key={scope}
            label={t(`scope.${scope}`)}
            checked={scopes.includes(scope)}
            onChange={(on) => setScopes(on ? [...scopes, scope] : scopes.filter((other) => other !== scope))}
          />
        ))}
        {tried && scopes.length === 0 && (
          <p class="error" role="alert">
            {t('keys.mayMissing')}
          </p>
        )}
      </fieldset>
      <SelectField
        label={t('keys.days')}
        value={days}
        options={KEY_DAYS.map((known) => ({ value: String(known), label: t('keys.nDays', { n: known }) }))}
        onChange={setDays}
      />
      {failed && <p role="alert">{failed}</p>}
      <div class="row">
        <Button type="submit" look="primary">
          {t('keys.make')}
        </Button>
        <Button onClick={onCancel}>{t('keys.cancel')}</Button>
      </div>
    </form>
  );
}
