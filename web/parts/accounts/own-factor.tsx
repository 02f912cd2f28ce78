import { useState } from 'preact/hooks';
import { type OwnAccount, removeFactor, renewRecoveryCodes } from '../../api/own-account.ts';
import { useSession } from '../../state/session.tsx';
import { Button } from '../button.tsx';
import { StatusLine } from '../status-line.tsx';
import { useWork } from '../work/use-work.ts';
import { FactorSetup } from './factor-setup.tsx';
import { failureWords } from './failure-words.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { useAccountsWords } from './use-accounts-words.ts';

interface OwnFactorProps {
  own: OwnAccount;
  run(work: () => Promise<void>): Promise<boolean>;
  onChange(): void;
}

/** One's own second factor: whether it is on, setting it up, its recovery codes. */
export function OwnFactor({ own, run, onChange }: OwnFactorProps) {
  const t = useAccountsWords();
  const { say } = useWork();
  const { enter } = useSession();
  const [settingUp, setSettingUp] = useState(false);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [said, setSaid] = useState('');
  const factor = own.secondFactor;
  const act = (work: () => Promise<void>) =>
    run(work).catch((error: unknown) => setSaid(failureWords(error, t)));
  const done = (words = '') => {
    setSaid(words);
    setCodes(null);
    onChange();
  };
  const remove = async () => {
    await removeFactor();
    done(t('factor.removed'));
  };
  return (
    <section class="stack account-part" aria-labelledby="factor">
      <h2 id="factor">{t('factor.title')}</h2>
      <p>{t('factor.lead')}</p>
      <p>
        <strong>{factor ? t('factor.on', { date: say.date(factor.since) }) : t('factor.off')}</strong>
        {factor && ` · ${t('factor.left', { n: factor.recoveryCodesLeft })}`}
      </p>
      <StatusLine>{said}</StatusLine>
      {codes && <RecoveryCodes codes={codes} email={own.email} onDone={() => done()} />}
      {settingUp && !codes && (
        <FactorSetup
          run={run}
          onCancel={() => setSettingUp(false)}
          onDone={(made, session) => {
            enter(session);
            setSettingUp(false);
            setCodes(made);
          }}
        />
      )}
      {!settingUp && !codes && (
        <div class="row">
          <Button look={factor ? 'plain' : 'primary'} onClick={() => setSettingUp(true)}>
            {factor ? t('factor.replace') : t('factor.setUp')}
          </Button>
          {factor && (
            <Button onClick={() => act(async () => setCodes(await renewRecoveryCodes()))}>
              {t('factor.newCodes')}
            </Button>
          )}
          {factor && !own.secondFactorRequired && (
            <Button look="quiet" onClick={() => act(remove)}>
              {t('factor.remove')}
            </Button>
          )}
        </div>
      )}
      {own.secondFactorRequired && <p class="muted small">{t('factor.required')}</p>}
    </section>
  );
}
