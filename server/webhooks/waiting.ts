import { type WaitingItem, waitingItem } from '../../core/home/waiting.ts';
import { decide, mayEver } from '../../core/policy/decide.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { webhooksSwitchedOff } from './webhook-store.ts';

/** `webhooks-off`: they have switched themselves off, and nobody has looked at them since. */
export async function waitingWebhooks({ db }: Pick<Deps, 'db'>, account: Account): Promise<WaitingItem[]> {
  if (!mayEver(account, 'webhooks.change')) return [];
  const off = (await webhooksSwitchedOff(db)).filter(
    ({ districtId }) => decide(account, 'webhooks.change', { districtId }).allowed,
  );
  const oldest = off.flatMap((webhook) => webhook.off?.at ?? []).sort()[0];
  return waitingItem('webhooks-off', off.length, '/accounts/webhooks', oldest);
}
