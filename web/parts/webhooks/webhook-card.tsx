import { useState } from 'preact/hooks';
import type { ToldSecret, WebhookSettings, WebhookView } from '../../../core/webhooks/webhook.ts';
import { changeWebhook, makeNewSecret, removeWebhook, sendTest } from '../../api/webhooks.ts';
import { useFocusBack } from '../../state/use-focus-back.ts';
import { Dialog } from '../accounts/dialog.tsx';
import { Button } from '../button.tsx';
import { Chip } from '../chip.tsx';
import { useWork } from '../work/use-work.ts';
import { DeliveryList } from './delivery-list.tsx';
import { useWebhookWords } from './use-webhook-words.ts';
import { WebhookForm } from './webhook-form.tsx';
import { WEBHOOK_LOOKS, webhookState } from './webhook-state.ts';

export interface WebhookActs {
  /** Does what asks who is there; false where the person gives up. */
  run(work: () => Promise<void>): Promise<boolean>;
  /** Something was done: the page says it and loads the list anew. */
  onDone(words: string): void;
  onFailed(error: unknown): void;
  onRemoved(webhook: WebhookView): void;
  onSecret(told: ToldSecret): void;
  reload(): void;
}

interface WebhookCardProps extends WebhookActs {
  webhook: WebhookView;
}

/** One webhook: how it is, what was sent, and what can be done with it. */
export function WebhookCard({ webhook, ...acts }: WebhookCardProps) {
  const t = useWebhookWords();
  const [open, setOpen] = useState<'form' | 'secret' | null>(null);
  const [history, setHistory] = useState({ open: false, turn: 0 });
  const changeButton = useFocusBack(open === 'form');
  const { id, name, version, paused } = webhook;
  const state = webhookState(webhook);
  const save = (settings: WebhookSettings) =>
    acts.run(async () => {
      await changeWebhook(id, { ...settings, paused, version });
      setOpen(null);
      acts.onDone(t('did.saved', { name }));
    });
  const renew = () => {
    setOpen(null);
    acts.run(async () => acts.onSecret(await makeNewSecret(id))).catch(acts.onFailed);
  };
  return (
    <section class="card stack-tight" aria-labelledby={`webhook-${id}`}>
      <h2 id={`webhook-${id}`}>{name}</h2>
      {open === 'form' ? (
        <WebhookForm webhook={webhook} save={save} onCancel={() => setOpen(null)} />
      ) : (
        <>
          <p>
            <Chip {...WEBHOOK_LOOKS[state]}>{t(`state.${state}`)}</Chip>
          </p>
          <WebhookFacts webhook={webhook} />
          <WebhookButtons
            {...{ webhook, acts, changeButton }}
            onOpen={setOpen}
            onTested={() => setHistory(({ turn }) => ({ open: true, turn: turn + 1 }))}
          />
        </>
      )}
      {open === 'secret' && (
        <Dialog title={t('newSecretTitle', { name })} onCancel={() => setOpen(null)}>
          <p>{t('newSecretLead')}</p>
          <div class="row">
            <Button look="primary" onClick={renew}>
              {t('newSecretYes')}
            </Button>
            <Button onClick={() => setOpen(null)}>{t('cancel')}</Button>
          </div>
        </Dialog>
      )}
      <details
        open={history.open}
        onToggle={({ currentTarget }) => setHistory((last) => ({ ...last, open: currentTarget.open }))}
      >
        <summary>{t('history')}</summary>
        {history.open && <DeliveryList webhook={webhook} turn={history.turn} onSettled={acts.reload} />}
      </details>
    </section>
  );
}

function WebhookFacts({ webhook }: { webhook: WebhookView }) {
  const t = useWebhookWords();
  const { say } = useWork();
  const { address, events, organizationName, arrivedAt, failing, off, paused, oldSecretUntil } = webhook;
  return (
    <>
      <p class="webhook-address">{address}</p>
      <p class="muted small">
        {events.map((event) => t(`event.${event}`)).join(' · ')}
        {organizationName !== undefined && ` · ${t('onlyOf', { name: organizationName })}`}
      </p>
      {arrivedAt && <p class="muted small">{t('arrived', { when: say.dateTime(arrivedAt) })}</p>}
      {oldSecretUntil && <p class="muted small">{t('oldSecret', { when: say.dateTime(oldSecretUntil) })}</p>}
      {failing && !off && !paused && (
        <p>{t('failingSince', { n: failing.times, since: say.dateTime(failing.since) })}</p>
      )}
      {off && <p>{t(`off.${off.because}`, { when: say.dateTime(off.at) })}</p>}
      {(off || paused) && <p class="muted small">{t('missed')}</p>}
    </>
  );
}

interface WebhookButtonsProps {
  webhook: WebhookView;
  acts: WebhookActs;
  /** Id of the button, which has the focus again when what it opens is closed. */
  changeButton: string;
  onOpen(what: 'form' | 'secret'): void;
  onTested(): void;
}

function WebhookButtons({ webhook, acts, changeButton, onOpen, onTested }: WebhookButtonsProps) {
  const t = useWebhookWords();
  const { id, name, address, events, organizationId, paused, version, off } = webhook;
  const isResting = paused || off !== undefined;
  const turn = () =>
    changeWebhook(id, {
      ...{ name, address, events, version },
      ...(organizationId !== undefined && { organizationId }),
      paused: !isResting,
    }).then(() => acts.onDone(t(isResting ? 'did.resumed' : 'did.paused', { name })), acts.onFailed);
  const test = () =>
    sendTest(id).then(() => {
      onTested();
      acts.onDone(t('did.tested'));
    }, acts.onFailed);
  const resume = off && !paused ? t('switchOn') : t('resume');
  return (
    <div class="row no-print">
      <Button onClick={test}>{t('test')}</Button>
      <Button look={off && !paused ? 'primary' : 'plain'} onClick={turn}>
        {isResting ? resume : t('pause')}
      </Button>
      <Button id={changeButton} onClick={() => onOpen('form')}>
        {t('change')}
      </Button>
      <Button onClick={() => onOpen('secret')}>{t('newSecret')}</Button>
      <Button onClick={() => removeWebhook(id).then(() => acts.onRemoved(webhook), acts.onFailed)}>
        {t('remove')}
      </Button>
    </div>
  );
}
