import { useState } from 'preact/hooks';
import { loadOwnAccount } from '../../api/own-account.ts';
import { useSession } from '../../state/session.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';
import { LinkButton } from '../button.tsx';
import { LoadedPage } from '../loaded-page.tsx';
import { OwnCalendar } from './own-calendar.tsx';
import { OwnDetails } from './own-details.tsx';
import { OwnDigest } from './own-digest.tsx';
import { OwnFactor } from './own-factor.tsx';
import { OwnIdentities } from './own-identities.tsx';
import { OwnPassword } from './own-password.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { useAccountsWords } from './use-accounts-words.ts';
import { useConfirmed } from './use-confirmed.tsx';

export function OwnAccountPage() {
  const t = useAccountsWords();
  const { has } = useSession();
  const loaded = useLoaded('own-account', loadOwnAccount, { keepLast: true });
  const { dialog, run } = useConfirmed();
  const [turn, setTurn] = useState(0);
  useTitle(t('own.title'));
  const changed = () => {
    loaded.reload();
    setTurn((last) => last + 1);
  };
  return (
    <LoadedPage loaded={loaded}>
      {(own) => (
        <div class="page account-page stack">
          <h1>{t('own.title')}</h1>
          {has('administrator') && (
            <div class="row">
              <LinkButton href="/accounts" icon="users">
                {t('own.users')}
              </LinkButton>
              <LinkButton href="/retention">{t('own.retention')}</LinkButton>
            </div>
          )}
          {own.demo && <p class="muted">{t('own.demo')}</p>}
          <OwnDetails own={own} run={run} onChange={changed} />
          <OwnDigest demo={own.demo} />
          <OwnCalendar />
          {!own.demo && <OwnPassword email={own.email} run={run} onChange={changed} />}
          {!own.demo && <OwnFactor own={own} run={run} onChange={changed} />}
          <OwnIdentities />
          <OwnSessions turn={turn} />
          {dialog}
        </div>
      )}
    </LoadedPage>
  );
}
