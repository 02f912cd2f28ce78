import './webhooks.css';
import { useState } from 'preact/hooks';
import type { ToldSecret, WebhookSettings, WebhookView } from '../../../core/webhooks/webhook.ts';
import { addWebhook, loadWebhooks, restoreWebhook } from '../../api/webhooks.ts';
import { useFocusBack } from '../../state/use-focus-back.ts';
import { asProblem, useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';
import { useConfirmed } from '../accounts/use-confirmed.tsx';
import { Button } from '../button.tsx';
import { TextField } from '../field.tsx';
import { LoadedPage } from '../loaded-page.tsx';
import { EmptyState } from '../states.tsx';
import { StatusLine } from '../status-line.tsx';
import { useWebhookWords } from './use-webhook-words.ts';
import { WebhookCard } from './webhook-card.tsx';
import { WebhookForm } from './webhook-form.tsx';

/** The programs that are told what has changed. */
export function WebhooksPage() {
  const t = useWebhookWords();
  const loaded = useLoaded('webhooks', loadWebhooks, { keepLast: true });
  useTitle(t('title'));
  return (
    <LoadedPage loaded={loaded}>
      {(webhooks) => <Webhooks webhooks={webhooks} reload={loaded.reload} />}
    </LoadedPage>
  );
}

function Webhooks({ webhooks, reload }: { webhooks: readonly WebhookView[]; reload(): void }) {
  const t = useWebhookWords();
  const { dialog, run } = useConfirmed();
  const [adding, setAdding] = useState(false);
  const addButton = useFocusBack(adding);
  const [told, setTold] = useState<ToldSecret | null>(null);
  const [removed, setRemoved] = useState<WebhookView | null>(null);
  const [said, setSaid] = useState('');
  const done = (words: string) => {
    setSaid(words);
    setRemoved(null);
    reload();
  };
  const failed = (error: unknown) => done(asProblem(error).message);
  const add = (settings: WebhookSettings) =>
    run(async () => {
      setTold(await addWebhook(settings));
      setAdding(false);
      done(t('did.added', { name: settings.name }));
    });
  const bringBack = ({ id, name }: WebhookView) =>
    restoreWebhook(id).then(() => done(t('did.restored', { name })), failed);
  const acts = { run, reload, onDone: done, onFailed: failed };
  return (
    <div class="page stack webhooks-page">
      <h1>{t('title')}</h1>
      <p class="muted">{t('lead')}</p>
      <p class="row no-print">
        {!adding && (
          <Button
            id={addButton}
            look={webhooks.length === 0 ? 'primary' : 'plain'}
            onClick={() => setAdding(true)}
          >
            {t('add')}
          </Button>
        )}
        <a href="/accounts">{t('accounts')}</a>
      </p>
      <div class="row">
        <StatusLine>{said}</StatusLine>
        {removed && <Button onClick={() => bringBack(removed)}>{t('undo')}</Button>}
      </div>
      {told && <Secret told={told} />}
      {adding && <WebhookForm save={add} onCancel={() => setAdding(false)} />}
      {webhooks.length === 0 && !adding && (
        <EmptyState title={t('none')}>
          <p>{t('noneHelp')}</p>
        </EmptyState>
      )}
      {webhooks.map((webhook) => (
        <WebhookCard
          key={webhook.id}
          webhook={webhook}
          {...acts}
          onRemoved={(gone) => {
            done(t('did.removed', { name: gone.name }));
            setRemoved(gone);
          }}
          onSecret={(next) => {
            setTold(next);
            done('');
          }}
        />
      ))}
      {dialog}
    </div>
  );
}

/** Shown this once: it is told to nobody again. */
function Secret({ told: { secret, webhook } }: { told: ToldSecret }) {
  const t = useWebhookWords();
  return (
    <div class="card stack" role="status">
      <TextField
        label={t('secret', { name: webhook.name })}
        hint={t('secretHint')}
        readOnly
        value={secret}
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  );
}
