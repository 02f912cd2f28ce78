import { useEffect, useState } from 'preact/hooks';
import { loadSessionEnd } from '../../api/own-account.ts';
import { loadSession } from '../../api/session.ts';
import { useSession } from '../../state/session.tsx';
import { Button } from '../button.tsx';
import { nextLook } from './session-end.ts';
import { useAccountsWords } from './use-accounts-words.ts';

interface End {
  endsAt: number;
  canStay: boolean;
}

/** Says two minutes before the session ends that it will, so that nothing that was typed is lost. */
export function SessionEnding() {
  const t = useAccountsWords();
  const { enter } = useSession();
  const [end, setEnd] = useState<End | null>(null);
  const [now, setNow] = useState(Date.now);
  const look = () =>
    loadSessionEnd().then(
      ({ endsAt, canStay = false }) => {
        setEnd({ endsAt: endsAt === null ? 0 : Date.parse(endsAt), canStay });
        setNow(Date.now());
      },
      () => setNow(Date.now()),
    );
  const come = () =>
    loadSession()
      .then((session) => session.account && enter(session))
      .then(look, look);
  useEffect(() => void look(), []);
  useEffect(() => {
    if (!end) return;
    const timer = setTimeout(look, nextLook(end.endsAt, Date.now()));
    return () => clearTimeout(timer);
  }, [end, now]);
  const minutes = end ? Math.ceil((end.endsAt - now) / 60_000) : Number.POSITIVE_INFINITY;
  if (!end || minutes > 2) return null;
  if (minutes <= 0)
    return (
      <div class="session-banner" role="alert">
        <p>{t('end.over')}</p>
        <a class="button button-primary" href="/sign-in" target="_blank" rel="noopener">
          {t('end.again')}
        </a>
        <Button onClick={come}>{t('end.back')}</Button>
      </div>
    );
  return (
    <div class="session-banner" role="alert">
      <p>{t('end.soon', { n: minutes })}</p>
      {end.canStay ? <Button onClick={come}>{t('end.stay')}</Button> : <p>{t('end.save')}</p>}
    </div>
  );
}
