import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { DeliveryView } from '../../core/webhooks/webhook.ts';
import type { Deps } from '../deps.ts';
import { accepted } from '../http/answer.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { listOf } from '../http/list-of.ts';
import { type Route, route } from '../http/route.ts';
import { addDeliveries, deliveriesOf, readDelivery, repeatDelivery } from './delivery-store.ts';
import { openWebhook, WebhookId } from './open-webhook.ts';
import { viewDelivery } from './webhook-view.ts';
import { sendNow } from './write-messages.ts';

const Ids = WebhookId.extend({ deliveryId: z.uuid() });

/** As many as anybody looks back. */
const MOST_SHOWN = 50;

/** What was sent to a webhook, and sending by hand. */
export function deliveryRoutes(deps: Deps): Route[] {
  return [historyRoute(deps), testRoute(deps), againRoute(deps)];
}

function historyRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/webhooks/:id/deliveries',
    summary: 'What was sent to a webhook, the newest first, and what came back',
    action: 'webhooks.read',
    params: WebhookId,
    returns: listOf(DeliveryView),
    handle: async ({ params, access }) => {
      const webhook = await openWebhook(deps, params.id, access);
      const items = (await deliveriesOf(deps.db, webhook.id, MOST_SHOWN)).map(viewDelivery);
      return { items, total: items.length };
    },
  });
}

function testRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/webhooks/:id/test',
    summary: 'Send a test, once',
    action: 'webhooks.change',
    params: WebhookId,
    startsWork: true,
    returns: accepted(DeliveryView),
    handle: async ({ params, access, res }) => {
      const webhook = await openWebhook(deps, params.id, access);
      const nextTryAt = deps.clock();
      const at = nextTryAt.toISOString();
      const id = randomUUID();
      const body = JSON.stringify({ type: 'test', timestamp: at, data: { webhookId: webhook.id } });
      await addDeliveries(deps.db, [
        { id, webhookId: webhook.id, type: 'test', at, body, nextTryAt, byHand: true },
      ]);
      await sendNow(deps, [id]);
      res.status(202);
      return mustView(deps, id);
    },
  });
}

function againRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/webhooks/:id/deliveries/:deliveryId/send',
    summary: 'Send a message again, under the same id',
    action: 'webhooks.change',
    params: Ids,
    startsWork: true,
    returns: accepted(DeliveryView),
    handle: async ({ params, access, res }) => {
      const webhook = await openWebhook(deps, params.id, access);
      const delivery = await readDelivery(deps.db, params.deliveryId);
      if (delivery?.webhookId !== webhook.id) throw notFound();
      if (!(await repeatDelivery(deps.db, delivery.id, deps.clock())))
        throw new AppError(409, 'being-sent', 'This message is being sent at this moment.');
      await sendNow(deps, [delivery.id]);
      res.status(202);
      return mustView(deps, delivery.id);
    },
  });
}

async function mustView({ db }: Deps, id: string): Promise<DeliveryView> {
  const delivery = await readDelivery(db, id);
  if (!delivery) throw notFound();
  return viewDelivery(delivery);
}
