import { useState } from 'preact/hooks';
import { askForNewPassword, loadSignInWays } from '../../api/links.ts';
import { Problem } from '../../api/problem.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { ErrorSummary } from '../../parts/work/error-summary.tsx';
import { emailError, keptEmail } from '../../parts/work/sign-in-form.ts';
import { useWork } from '../../parts/work/use-work.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';

/** Asks for a link to a new password. Whether there is such an account is not said. */
export function ForgotPassword() {
  const { t } = useWork();
  const ways = useLoaded('sign-in-ways', loadSignInWays);
  const [sentTo, setSentTo] = useState<string | null>(null);
  useTitle(t('forgot.title'));
  return (
    <div class="page sign-in">
      <h1>{t('forgot.title')}</h1>
      {ways.data?.resetByMail === false ? <p>{t('forgot.noMail')}</p> : null}
      {ways.data?.resetByMail && sentTo === null ? <AskForm onSent={setSentTo} /> : null}
      {sentTo !== null ? <Sent email={sentTo} /> : null}
      <p>
        <a href="/sign-in">{t('forgot.back')}</a>
      </p>
    </div>
  );
}

function Sent({ email }: { email: string }) {
  const { t } = useWork();
  return (
    <div role="status" class="stack">
      <p>{t('forgot.sent', { email })}</p>
      <p class="muted">{t('forgot.nothingCame')}</p>
    </div>
  );
}

function AskForm({ onSent }: { onSent(email: string): void }) {
  const { t } = useWork();
  const [email, setEmail] = useState(keptEmail);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ email?: string; form?: string }>({});
  const [turn, setTurn] = useState(0);
  const refuse = (found: typeof wrong) => {
    setWrong(found);
    setTurn((last) => last + 1);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const missing = emailError(email);
    if (missing) return refuse({ email: t(missing) });
    setWrong({});
    setBusy(true);
    await askForNewPassword(email.trim()).then(
      () => onSent(email.trim()),
      (error: unknown) => refuse({ form: t(isTooMany(error) ? 'newPassword.tooMany' : 'signIn.offline') }),
    );
    setBusy(false);
  };
  return (
    <form class="sign-in-form stack" noValidate onSubmit={submit}>
      <p class="muted">{t('forgot.lead')}</p>
      <ErrorSummary title={t('forgot.summary')} turn={turn} errors={Object.values(wrong)} />
      <TextField
        label={t('signIn.email')}
        type="email"
        name="email"
        autoComplete="username"
        inputMode="email"
        value={email}
        error={wrong.email}
        onInput={(event) => setEmail(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" look="primary" disabled={busy}>
          {t('forgot.submit')}
        </Button>
      </div>
    </form>
  );
}

function isTooMany(error: unknown): boolean {
  return error instanceof Problem && error.status === 429;
}
