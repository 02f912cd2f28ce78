import { useEffect, useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import { ownPath } from '../../../core/accounts/own-path.ts';
import type { DemoAccount } from '../../api/config.ts';
import { loadSignInWays } from '../../api/links.ts';
import { loadSession } from '../../api/session.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { CheckField, TextField } from '../../parts/field.tsx';
import { ErrorSummary } from '../../parts/work/error-summary.tsx';
import { roleWords } from '../../parts/work/role-words.ts';
import type { SayText } from '../../parts/work/say.ts';
import { emailError, keepEmail, keptEmail, refusalOf } from '../../parts/work/sign-in-form.ts';
import { SignInServices, SignInTrouble } from '../../parts/work/sign-in-services.tsx';
import { useWork } from '../../parts/work/use-work.ts';
import { useSetting } from '../../state/config.tsx';
import { useSession } from '../../state/session.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';
import NotFound from '../not-found.tsx';
import { ForgotPassword } from './forgot-password.tsx';
import { SetPassword } from './set-password.tsx';
import './work.css';

/** The ways in: the page itself, and those that a forgotten password and a one-time link lead to. */
export default function SignIn() {
  const { step } = useRoute().params;
  if (!step) return <SignInPage />;
  if (step === 'forgot') return <ForgotPassword />;
  return step === 'set-password' ? <SetPassword /> : <NotFound />;
}

function SignInPage() {
  const { t } = useWork();
  const { query } = useLocation();
  const { account } = useSession();
  const { config } = useSetting();
  const services = useLoaded('sign-in-ways', loadSignInWays).data?.services ?? [];
  const expired = useExpired(account !== null && account !== undefined);
  const next = ownPath(query.next, '/home');
  useTitle(t('signIn.title'));
  return (
    <div class="page sign-in">
      <h1>{t('signIn.title')}</h1>
      {account && !expired ? (
        <div class="stack">
          <p>{t('signIn.already', { name: account.name })}</p>
          <p>
            <LinkButton href={next} look="primary">
              {t('signIn.goOn')}
            </LinkButton>
          </p>
        </div>
      ) : (
        <>
          <p class="muted">{query.next ? t('signIn.onward') : t('signIn.lead')}</p>
          <div class="sign-in-ways">
            <div>
              <SignInTrouble services={services} />
              <SignInServices services={services} next={next} />
              <SignInForm next={next} />
            </div>
            {config?.demoAccounts?.length ? (
              <DemoAccounts accounts={config.demoAccounts} next={next} />
            ) : null}
          </div>
        </>
      )}
    </div>
  );
}

/** Whether the session ended meanwhile: then the page still knows the account, and the server no longer does. */
function useExpired(signedIn: boolean): boolean {
  const [expired, setExpired] = useState(false);
  useEffect(() => {
    if (!signedIn) return;
    loadSession().then(
      (session) => setExpired(session.account === null),
      () => undefined,
    );
  }, [signedIn]);
  return expired;
}

type Errors = { email?: string; password?: string; form?: string };

function SignInForm({ next }: { next: string }) {
  const { t } = useWork();
  const { signIn } = useSession();
  const { route } = useLocation();
  const [email, setEmail] = useState(keptEmail);
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Errors>({});
  const [turn, setTurn] = useState(0);
  useEffect(() => keepEmail(email), [email]);

  const refuse = (found: Errors) => {
    setErrors(found);
    setTurn((last) => last + 1);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const found = checkForm(email, password, t);
    if (Object.keys(found).length > 0) return refuse(found);
    setErrors({});
    setBusy(true);
    await signIn(email.trim(), password).then(
      () => {
        keepEmail('');
        route(next, true);
      },
      (error: unknown) => refuse({ [refusalOf(error).at]: failureWords(error, t) }),
    );
    setBusy(false);
  };

  return (
    <form class="sign-in-form stack" noValidate onSubmit={submit}>
      <ErrorSummary title={t('signIn.summary')} turn={turn} errors={Object.values(errors)} />
      <TextField
        label={t('signIn.email')}
        type="email"
        name="email"
        autoComplete="username"
        inputMode="email"
        value={email}
        error={errors.email}
        onInput={(event) => setEmail(event.currentTarget.value)}
      />
      <TextField
        label={t('signIn.password')}
        type={shown ? 'text' : 'password'}
        name="password"
        autoComplete="current-password"
        value={password}
        error={errors.password}
        onInput={(event) => setPassword(event.currentTarget.value)}
      />
      <CheckField label={t('signIn.showPassword')} checked={shown} onChange={setShown} />
      <div>
        <Button type="submit" look="primary" disabled={busy}>
          {busy ? t('signIn.busy') : t('signIn.submit')}
        </Button>{' '}
        <LinkButton href="/sign-in/forgot" look="quiet">
          {t('signIn.forgot')}
        </LinkButton>
      </div>
    </form>
  );
}

function checkForm(email: string, password: string, t: SayText): Errors {
  const errors: Errors = {};
  const wrong = emailError(email);
  if (wrong) errors.email = t(wrong);
  if (!password) errors.password = t('signIn.passwordMissing');
  return errors;
}

function failureWords(error: unknown, t: SayText): string {
  const { says } = refusalOf(error);
  return says ? t(says) : (error as Error).message;
}

function DemoAccounts({ accounts, next }: { accounts: readonly DemoAccount[]; next: string }) {
  const { t } = useWork();
  const { signIn } = useSession();
  const { route } = useLocation();
  const [failed, setFailed] = useState<string | null>(null);
  const enter = (account: DemoAccount) =>
    signIn(account.email, account.password).then(
      () => route(next, true),
      (error: unknown) => setFailed(failureWords(error, t)),
    );
  return (
    <section class="sign-in-demo stack" aria-labelledby="demo">
      <h2 id="demo">{t('signIn.demo')}</h2>
      <p class="muted small">{t('signIn.demoLead')}</p>
      <ul class="plain-list stack-tight">
        {inOrder(accounts).map((account) => (
          <li key={account.email}>
            <Button class="demo-account" onClick={() => enter(account)}>
              <span>
                {t('signIn.demoAs', { name: account.name })}
                <span class="muted small demo-role">{roleWords(account.role, t)}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {failed && (
        <p role="alert" class="field-error">
          {failed}
        </p>
      )}
    </section>
  );
}

/** The person whom Trellis is made for comes first, the one who sets it up last. */
const ORDER = [
  'coordinator',
  'staff',
  'district-leader',
  'community-leader',
  'partner',
  'family',
  'student',
  'administrator',
];

function inOrder(accounts: readonly DemoAccount[]): DemoAccount[] {
  return [...accounts].sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
}
