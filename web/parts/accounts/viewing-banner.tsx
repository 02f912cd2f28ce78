import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { stopViewing } from '../../api/own-account.ts';
import { loadSession, type Session } from '../../api/session.ts';
import { useSession } from '../../state/session.tsx';
import { Button } from '../button.tsx';
import { failureWords } from './failure-words.ts';
import { useAccountsWords } from './use-accounts-words.ts';

/** On every page while an administrator looks through another's eyes. */
export function ViewingBanner({ viewing }: { viewing: NonNullable<Session['viewing']> }) {
  const t = useAccountsWords();
  const { enter } = useSession();
  const { route } = useLocation();
  const [failed, setFailed] = useState('');
  const { name, until, over } = viewing;
  useEffect(() => {
    if (over) return;
    const left = Math.max(0, Date.parse(until) - Date.now()) + 1000;
    const timer = setTimeout(() => loadSession().then(enter, () => undefined), left);
    return () => clearTimeout(timer);
  }, [until, over]);
  const stop = () =>
    stopViewing().then(
      (session) => {
        enter(session);
        route('/accounts');
      },
      (error: unknown) => setFailed(failureWords(error, t)),
    );
  return (
    <div class="session-banner" role="status">
      <p>{over ? t('viewAs.over', { name }) : t('viewAs.banner', { name })}</p>
      <Button onClick={stop}>{t('viewAs.stop')}</Button>
      {failed && <p class="field-error">{failed}</p>}
    </div>
  );
}
