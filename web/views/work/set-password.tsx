import { useState } from 'preact/hooks';
import { lookAtLink, type SeenLink, setPassword } from '../../api/links.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { CheckField, TextField } from '../../parts/field.tsx';
import { ErrorSummary } from '../../parts/work/error-summary.tsx';
import { LEAST_LENGTH, passwordRefusal } from '../../parts/work/password-words.ts';
import { useWork } from '../../parts/work/use-work.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';

/**
 * Where an invitation's link and one to a new password lead. The token stands behind the "#", which no server sees; it
 * is sent in a body, and stays in the address until it is used, so that a reload loses nothing.
 */
export function SetPassword() {
  const { t } = useWork();
  const [link] = useState(() => location.hash.slice(1));
  const seen = useLoaded(`one-time-link ${link}`, () => lookAtLink(link));
  const [gone, setGone] = useState(false);
  const invited = seen.data?.purpose === 'invitation';
  const title = t(invited ? 'newPassword.welcome' : 'newPassword.title');
  useTitle(title);
  const refusal = gone
    ? { isGone: true, words: t('newPassword.gone') }
    : seen.problem && passwordRefusal(seen.problem, t);
  return (
    <div class="page sign-in">
      <h1>{title}</h1>
      {refusal ? (
        <Refused words={refusal.words} isGone={refusal.isGone} onRetry={seen.reload} />
      ) : (
        seen.data && <PasswordForm link={link} seen={seen.data} onGone={() => setGone(true)} />
      )}
    </div>
  );
}

function Refused({ words, isGone, onRetry }: { words: string; isGone: boolean; onRetry(): void }) {
  const { t } = useWork();
  return (
    <div role="alert" class="stack">
      <p>{words}</p>
      {isGone ? (
        <p>
          <LinkButton href="/sign-in/forgot" look="primary">
            {t('newPassword.askAgain')}
          </LinkButton>{' '}
          <LinkButton href="/sign-in" look="quiet">
            {t('forgot.back')}
          </LinkButton>
        </p>
      ) : (
        <p>
          <Button onClick={onRetry}>{t('newPassword.retry')}</Button>
        </p>
      )}
    </div>
  );
}

interface FormProps {
  link: string;
  seen: SeenLink;
  onGone(): void;
}

function PasswordForm({ link, seen, onGone }: FormProps) {
  const { t } = useWork();
  const [password, setTyped] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ password?: string; form?: string }>({});
  const [turn, setTurn] = useState(0);
  const refuse = (found: typeof wrong) => {
    setWrong(found);
    setTurn((last) => last + 1);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if ([...password].length < LEAST_LENGTH)
      return refuse({ password: t('newPassword.tooShort', { n: LEAST_LENGTH }) });
    setWrong({});
    setBusy(true);
    await setPassword(link, password).then(leave, (error: unknown) => {
      const { at, isGone, words } = passwordRefusal(error, t);
      if (isGone) onGone();
      else refuse({ [at]: words });
    });
    setBusy(false);
  };
  return (
    <form class="sign-in-form stack" noValidate onSubmit={submit}>
      <p>{t('newPassword.for', { name: seen.name })}</p>
      <ErrorSummary title={t('newPassword.summary')} turn={turn} errors={Object.values(wrong)} />
      <TextField
        label={t('signIn.email')}
        type="email"
        name="email"
        autoComplete="username"
        value={seen.email}
        readOnly
      />
      <TextField
        label={t('newPassword.label')}
        type={shown ? 'text' : 'password'}
        name="new-password"
        autoComplete="new-password"
        hint={t('newPassword.hint', { n: LEAST_LENGTH })}
        value={password}
        error={wrong.password}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <CheckField label={t('signIn.showPassword')} checked={shown} onChange={setShown} />
      <div>
        <Button type="submit" look="primary" disabled={busy}>
          {t(busy ? 'signIn.busy' : 'newPassword.submit')}
        </Button>
      </div>
    </form>
  );
}

/** A page of its own: the link leaves the address and the history, and every part of the page hears who is signed in. */
function leave(session: { account: unknown }): void {
  location.replace(session.account === null ? '/sign-in' : '/home');
}
