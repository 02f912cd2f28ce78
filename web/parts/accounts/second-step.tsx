import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { ownPath } from '../../../core/accounts/own-path.ts';
import { sendCode } from '../../api/own-account.ts';
import type { Session } from '../../api/session.ts';
import { useSession } from '../../state/session.tsx';
import { useTitle } from '../../state/use-title.ts';
import { Button, LinkButton } from '../button.tsx';
import { TextField } from '../field.tsx';
import { FactorSetup } from './factor-setup.tsx';
import { failureWords } from './failure-words.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { useAccountsWords } from './use-accounts-words.ts';
import { useConfirmed } from './use-confirmed.tsx';

/** Between the password and the rest: the code, or setting a second factor up where the role demands one. */
export function SecondStep() {
  const t = useAccountsWords();
  const { session, enter } = useSession();
  const { query, route } = useLocation();
  const { dialog, run } = useConfirmed();
  const [made, setMade] = useState<{ codes: string[]; session: Session } | null>(null);
  const next = ownPath(query.next, '/home');
  const needs = session?.pending?.needs;
  const enrols = needs === 'enrol' || made !== null;
  const title = enrols ? t('step.enrolTitle') : t('step.title');
  useTitle(title);
  const goOn = (done: Session) => {
    enter(done);
    route(next, true);
  };
  return (
    <div class="page account-page stack">
      <h1>{title}</h1>
      {needs === 'code' && <CodeForm onDone={goOn} />}
      {enrols && !made && (
        <>
          <p>{t('step.enrolLead')}</p>
          <FactorSetup run={run} onDone={(codes, done) => setMade({ codes, session: done })} />
        </>
      )}
      {made && (
        <RecoveryCodes
          codes={made.codes}
          email={made.session.account?.email ?? ''}
          onDone={() => goOn(made.session)}
        />
      )}
      {session && !needs && !made && (
        <>
          <p>{t('step.none')}</p>
          <p>
            <LinkButton href={next} look="primary">
              {t('step.go')}
            </LinkButton>
          </p>
        </>
      )}
      {dialog}
    </div>
  );
}

function CodeForm({ onDone }: { onDone(session: Session): void }) {
  const t = useAccountsWords();
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string | undefined>();
  const submit = (event: Event) => {
    event.preventDefault();
    setWrong(undefined);
    sendCode(code).then(onDone, (error: unknown) => setWrong(failureWords(error, t)));
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <p>{t('step.lead')}</p>
      <TextField
        label={t('step.code')}
        autoComplete="one-time-code"
        autoFocus
        value={code}
        error={wrong}
        onInput={(event) => setCode(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" look="primary">
          {t('step.go')}
        </Button>
      </div>
      <p class="muted small">{t('step.lost')}</p>
    </form>
  );
}
