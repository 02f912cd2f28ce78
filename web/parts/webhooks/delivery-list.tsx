import { useState } from 'preact/hooks';
import type { DeliveryView, WebhookView } from '../../../core/webhooks/webhook.ts';
import { loadDeliveries, sendAgain } from '../../api/webhooks.ts';
import { asProblem, useLoaded } from '../../state/use-loaded.ts';
import { useLookWhile } from '../../state/use-look-while.ts';
import { Button } from '../button.tsx';
import { Chip } from '../chip.tsx';
import { ErrorState, Skeleton } from '../states.tsx';
import { StatusLine } from '../status-line.tsx';
import { useWork } from '../work/use-work.ts';
import { type SayWebhooks, useWebhookWords } from './use-webhook-words.ts';
import { DELIVERY_LOOKS, deliveryState, isOnItsWay } from './webhook-state.ts';

interface DeliveryListProps {
  webhook: WebhookView;
  /** Counts what was sent by hand: each is one more in the list. */
  turn: number;
  /** A message has come to its end, so the webhook may be another. */
  onSettled(): void;
}

/** What was sent to a webhook and what came back, and sending it again. */
export function DeliveryList({ webhook, turn, onSettled }: DeliveryListProps) {
  const t = useWebhookWords();
  const [again, setAgain] = useState(0);
  const [said, setSaid] = useState('');
  const key = `deliveries ${webhook.id} ${turn} ${again}`;
  const { data, problem, reload } = useLoaded(key, (signal) => loadDeliveries(webhook.id, signal), {
    keepLast: true,
  });
  const busy = (data ?? []).some((delivery) => isOnItsWay(delivery, new Date()));
  useLookWhile(busy, () => {
    reload();
    onSettled();
  });
  const send = (delivery: DeliveryView) =>
    sendAgain(webhook.id, delivery.id).then(
      () => {
        setSaid(t('did.again'));
        setAgain((last) => last + 1);
      },
      (error: unknown) => setSaid(asProblem(error).message),
    );
  if (problem && !data) return <ErrorState problem={problem} onRetry={reload} />;
  if (!data) return <Skeleton lines={3} />;
  return (
    <div class="stack-tight">
      <StatusLine>{said}</StatusLine>
      <p class="muted small">{data.length === 0 ? t('historyNone') : t('historyHelp')}</p>
      <ul class="plain-list session-list">
        {data.map((delivery) => (
          <DeliveryLine key={delivery.id} delivery={delivery} onAgain={() => send(delivery)} />
        ))}
      </ul>
    </div>
  );
}

function DeliveryLine({ delivery, onAgain }: { delivery: DeliveryView; onAgain(): void }) {
  const t = useWebhookWords();
  const { say } = useWork();
  const { type, at, tried, body } = delivery;
  const state = deliveryState(delivery);
  const what = t(`event.${type}`);
  return (
    <li>
      <div class="delivery">
        <Chip {...DELIVERY_LOOKS[state]}>{t(`delivery.${state}`)}</Chip> {what}
        <p class="muted small">{factsOf(delivery, t, say.dateTime)}</p>
        {tried?.failure && <p class="small">{t(`why.${tried.failure}`)}</p>}
        <details>
          <summary>{t('look')}</summary>
          <p class="small">{t('sent')}</p>
          <pre>{JSON.stringify(JSON.parse(body), null, 2)}</pre>
          {tried?.answer && (
            <>
              <p class="small">{t('cameBack')}</p>
              <pre>{tried.answer}</pre>
            </>
          )}
        </details>
      </div>
      <Button aria-label={t('againNamed', { what, when: say.dateTime(at) })} onClick={onAgain}>
        {t('again')}
      </Button>
    </li>
  );
}

function factsOf(
  { at, attempts, tried, state, nextTryAt }: DeliveryView,
  t: SayWebhooks,
  dateTime: (moment: string) => string,
): string {
  return [
    dateTime(at),
    attempts > 0 && t('tries', { n: attempts }),
    tried?.status !== undefined && t('answered', { status: tried.status }),
    state === 'failed' && nextTryAt !== undefined && t('next', { when: dateTime(nextTryAt) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
