import { useState } from 'preact/hooks';
import { endOtherSessions, endOwnSession, loadOwnSessions, type OpenSession } from '../../api/own-account.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { Chip } from '../chip.tsx';
import { Skeleton } from '../states.tsx';
import { StatusLine } from '../status-line.tsx';
import { useWork } from '../work/use-work.ts';
import { failureWords } from './failure-words.ts';
import { type SayAccounts, useAccountsWords } from './use-accounts-words.ts';

/** Where one is signed in, and ending that. `turn` counts what may have ended some of them. */
export function OwnSessions({ turn }: { turn: number }) {
  const t = useAccountsWords();
  const { say } = useWork();
  const { data, reload } = useLoaded(`own-sessions-${turn}`, loadOwnSessions, { keepLast: true });
  const [said, setSaid] = useState('');
  const end = (work: Promise<void>) =>
    work.then(
      () => {
        setSaid(t('sessions.ended'));
        reload();
      },
      (error: unknown) => setSaid(failureWords(error, t)),
    );
  return (
    <section class="stack account-part" aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions.title')}</h2>
      {!data && <Skeleton />}
      <ul class="plain-list session-list">
        {data?.items.map((session) => (
          <li key={session.id}>
            <div>
              <strong>{deviceWords(session, t)}</strong>{' '}
              {session.current && <Chip tone="good">{t('sessions.here')}</Chip>}
              <p class="muted small">
                {t('sessions.times', {
                  first: say.dateTime(session.firstSeenAt),
                  last: say.dateTime(session.lastSeenAt),
                })}
              </p>
            </div>
            {!session.current && (
              <Button
                aria-label={t('sessions.endNamed', { device: deviceWords(session, t) })}
                onClick={() => end(endOwnSession(session.id))}
              >
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div class="row">
        {(data?.total ?? 0) > 1 && (
          <Button onClick={() => end(endOtherSessions())}>{t('sessions.endOthers')}</Button>
        )}
        <StatusLine>{said}</StatusLine>
      </div>
    </section>
  );
}

export function deviceWords(
  { device: { browser, system } }: Pick<OpenSession, 'device'>,
  t: SayAccounts,
): string {
  if (browser && system) return t('sessions.device', { browser, system });
  return browser ?? system ?? t('sessions.unknown');
}
