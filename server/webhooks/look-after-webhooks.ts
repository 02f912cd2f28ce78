import type { Deps } from '../deps.ts';
import { dueDeliveries } from './delivery-store.ts';
import { tellReferrals } from './tell-referrals.ts';
import { webhooksThatAreOn } from './webhook-store.ts';

/** As many at once; what is left over comes a minute later. */
const MOST = 500;

/**
 * Tells what nobody has told yet, and asks for messages that are due: tried in vain before, held by somebody who died,
 * or lost with the queue. Asking for one that is asked for already changes nothing.
 */
export async function lookAfterWebhooks(deps: Deps): Promise<void> {
  const { db, clock, queues } = deps;
  await tellReferrals(deps);
  const webhookIds = (await webhooksThatAreOn(db)).map(({ id }) => id);
  const due = await dueDeliveries(db, { now: clock(), webhookIds, limit: MOST });
  for (const { id, attempts } of due) await queues.ask('webhooks', 'deliver', { jobId: id, chunk: attempts });
}
