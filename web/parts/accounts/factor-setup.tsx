import { useEffect, useState } from 'preact/hooks';
import { confirmFactor, type OfferedFactor, offerFactor } from '../../api/own-account.ts';
import type { Session } from '../../api/session.ts';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import { failureWords } from './failure-words.ts';
import { QrPicture } from './qr-picture.tsx';
import { useAccountsWords } from './use-accounts-words.ts';

interface FactorSetupProps {
  run(work: () => Promise<void>): Promise<boolean>;
  onDone(recoveryCodes: string[], session: Session): void;
  onCancel?: () => void;
}

/** Setting a second factor up: the picture to scan, the key to type, and the first code as proof that it works. */
export function FactorSetup({ run, onDone, onCancel }: FactorSetupProps) {
  const t = useAccountsWords();
  const [offered, setOffered] = useState<OfferedFactor | null>(null);
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const fail = (error: unknown) => setWrong(failureWords(error, t));
  useEffect(() => {
    run(async () => setOffered(await offerFactor())).then((done) => done || onCancel?.(), fail);
  }, []);
  const submit = (event: Event) => {
    event.preventDefault();
    setWrong(undefined);
    run(async () => {
      const { recoveryCodes, session } = await confirmFactor(code);
      onDone(recoveryCodes, session);
    }).catch(fail);
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      {offered && (
        <>
          <p>{t('factor.scan')}</p>
          <QrPicture text={offered.address} label={t('factor.picture')} />
          <p>
            {t('factor.orType')} <code class="factor-key">{offered.secret.replace(/.{4}(?=.)/g, '$& ')}</code>
          </p>
        </>
      )}
      <TextField
        label={t('factor.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        error={wrong}
        onInput={(event) => setCode(event.currentTarget.value)}
      />
      <div class="row">
        <Button type="submit" look="primary">
          {t('factor.turnOn')}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t('factor.cancel')}</Button>}
      </div>
    </form>
  );
}
