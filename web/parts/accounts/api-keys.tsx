import { useState } from 'preact/hooks';
import type { ApiKeyView, MadeApiKey } from '../../../core/api-keys/api-key.ts';
import { endApiKey, loadApiKeys } from '../../api/api-keys.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { Chip } from '../chip.tsx';
import { TextField } from '../field.tsx';
import { Skeleton } from '../states.tsx';
import { StatusLine } from '../status-line.tsx';
import { useWork } from '../work/use-work.ts';
import { ApiKeyForm } from './api-key-form.tsx';
import { Dialog } from './dialog.tsx';
import { failureWords } from './failure-words.ts';
import { useAccountsWords } from './use-accounts-words.ts';

interface ApiKeysProps {
  run(work: () => Promise<void>): Promise<boolean>;
}

/** Keys for other software: what each may do, when it was last used, and its end. */
export function ApiKeys({ run }: ApiKeysProps) {
  const t = useAccountsWords();
  const loaded = useLoaded('api-keys', loadApiKeys, { keepLast: true });
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<MadeApiKey | null>(null);
  const [ending, setEnding] = useState<ApiKeyView | null>(null);
  const [said, setSaid] = useState('');
  const close = () => {
    setAdding(false);
    document.getElementById('add-key')?.focus();
  };
  const end = ({ id, name }: ApiKeyView) => {
    setEnding(null);
    endApiKey(id).then(
      () => {
        setSaid(t('keys.ended', { name }));
        loaded.reload();
      },
      (error: unknown) => setSaid(failureWords(error, t)),
    );
  };
  return (
    <section class="stack account-part" aria-labelledby="api-keys">
      <h2 id="api-keys">{t('keys.title')}</h2>
      <p class="muted">
        {t('keys.lead')}{' '}
        <a href="/docs" target="_top">
          {t('keys.docs')}
        </a>{' '}
        · <a href="/accounts/webhooks">{t('keys.webhooks')}</a>
      </p>
      {loaded.problem && <p>{failureWords(loaded.problem, t)}</p>}
      {!loaded.data && !loaded.problem && <Skeleton />}
      {loaded.data?.length === 0 && <p>{t('keys.none')}</p>}
      <ul class="plain-list session-list">
        {loaded.data?.map((key) => (
          <KeyLine key={key.id} of={key} onEnd={() => setEnding(key)} />
        ))}
      </ul>
      {made && <MadeKey made={made} />}
      <div class="row">
        <Button id="add-key" onClick={() => setAdding(true)}>
          {t('keys.add')}
        </Button>
        <StatusLine>{said}</StatusLine>
      </div>
      {adding && (
        <ApiKeyForm
          run={run}
          onCancel={close}
          onMade={(next) => {
            setMade(next);
            close();
            loaded.reload();
          }}
        />
      )}
      {ending && (
        <Dialog title={t('keys.endTitle', { name: ending.name })} onCancel={() => setEnding(null)}>
          <p>{t('keys.endLead')}</p>
          <div class="row">
            <Button look="primary" onClick={() => end(ending)}>
              {t('keys.endNow')}
            </Button>
            <Button onClick={() => setEnding(null)}>{t('keys.keep')}</Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

function KeyLine({ of, onEnd }: { of: ApiKeyView; onEnd(): void }) {
  const t = useAccountsWords();
  const { say } = useWork();
  const { name, start, scopes, state, by, expiresAt, lastUsedOn } = of;
  return (
    <li>
      <div>
        <strong>{name}</strong> <code>{start}…</code> {state !== 'works' && <Chip>{t(`keys.${state}`)}</Chip>}
        <p>{scopes.map((scope) => t(`scope.${scope}`)).join(' · ')}</p>
        <p class="muted small">
          {[
            by !== null && t('keys.by', { name: by }),
            t('keys.until', { date: say.date(expiresAt) }),
            lastUsedOn === undefined ? t('keys.never') : t('keys.last', { date: say.date(lastUsedOn) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {state === 'works' && (
        <Button aria-label={t('keys.endNamed', { name })} onClick={onEnd}>
          {t('keys.end')}
        </Button>
      )}
    </li>
  );
}

/** Shown this once: it is stored nowhere. */
function MadeKey({ made: { key, made } }: { made: MadeApiKey }) {
  const t = useAccountsWords();
  return (
    <div class="card stack" role="status">
      <TextField
        label={t('keys.new', { name: made.name })}
        hint={t('keys.newHint')}
        readOnly
        value={key}
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  );
}
