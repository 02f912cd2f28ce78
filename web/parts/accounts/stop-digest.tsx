import { useState } from 'preact/hooks';
import { stopDigest } from '../../api/digest.ts';
import type { Problem } from '../../api/problem.ts';
import { useHash } from '../../state/use-hash.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';
import { Button } from '../button.tsx';
import { StatusLine } from '../status-line.tsx';
import { useAccountsWords } from './use-accounts-words.ts';

/** Where the link of a digest leads: one button, and no sign-in. Opening the page stops nothing. */
export function StopDigest() {
  const t = useAccountsWords();
  const token = useHash();
  const [state, setState] = useState<'asked' | 'busy' | 'done' | Problem>('asked');
  useTitle(t('stop.title'));
  const stop = () => {
    setState('busy');
    stopDigest(token).then(
      () => setState('done'),
      (error: unknown) => setState(asProblem(error)),
    );
  };
  const problem = typeof state === 'object' ? state : undefined;
  return (
    <div class="page account-page stack">
      <h1>{t('stop.title')}</h1>
      {state === 'done' ? null : (
        <>
          <p>{t('stop.lead')}</p>
          <div class="row">
            <Button look="primary" disabled={state === 'busy'} onClick={stop}>
              {t('stop.stop')}
            </Button>
          </div>
        </>
      )}
      {problem && <p role="alert">{problem.code === 'link-gone' ? t('stop.gone') : t('stop.failed')}</p>}
      <StatusLine>{state === 'done' && t('stop.done')}</StatusLine>
      {state === 'done' && (
        <p>
          <a href="/accounts/own">{t('stop.again')}</a>
        </p>
      )}
    </div>
  );
}
