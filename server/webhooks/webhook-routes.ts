import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ToldSecret, WebhookSettings, WebhookView } from '../../core/webhooks/webhook.ts';
import type { Account } from '../accounts/account.ts';
import { accountResource } from '../accounts/account-resource.ts';
import { mustBeConfirmed } from '../accounts/confirm.ts';
import type { Deps } from '../deps.ts';
import { created, nothing } from '../http/answer.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { listOf } from '../http/list-of.ts';
import { type Route, route } from '../http/route.ts';
import { deliveryRoutes } from './delivery-routes.ts';
import { checkSettings, openWebhook, WebhookId } from './open-webhook.ts';
import type { WebhookRecord } from './webhook-collections.ts';
import { makeSecret, nextSecret } from './webhook-secret.ts';
import { changeWebhook, createWebhook, listWebhooks } from './webhook-store.ts';
import { viewWebhooks } from './webhook-view.ts';

const ChangedWebhook = WebhookSettings.extend({ paused: z.boolean(), version: z.int().min(1) });

/** A page shows as many; nobody has more programs than that. */
const MOST_WEBHOOKS = 50;

/** Addresses of other programs that are told what has changed: made, changed and removed by administrators. */
export function webhookRoutes(deps: Deps): Route[] {
  return [
    listRoute(deps),
    addRoute(deps),
    changeRoute(deps),
    secretRoute(deps),
    ...removalRoutes(deps),
    ...deliveryRoutes(deps),
  ];
}

function listRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/webhooks',
    summary: 'The webhooks, and how they are',
    action: 'webhooks.read',
    returns: listOf(WebhookView),
    handle: async ({ access }) => {
      const open = (await listWebhooks(deps.db)).filter(access.opens(({ districtId }) => ({ districtId })));
      return { items: await viewWebhooks(deps.db, open, deps.clock()), total: open.length };
    },
  });
}

function addRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/webhooks',
    summary: 'Add a webhook; its secret is shown this once',
    action: 'webhooks.change',
    body: WebhookSettings,
    returns: created(ToldSecret),
    handle: async ({ body, account, access, req, res }) => {
      const { districtId } = await accountResource(deps.db, account!.grants);
      await access.must({ districtId });
      mustBeConfirmed(req, deps);
      await checkSettings(deps, body);
      if ((await listWebhooks(deps.db)).length >= MOST_WEBHOOKS)
        throw new AppError(
          409,
          'too-many-webhooks',
          `There are ${MOST_WEBHOOKS} webhooks. Remove one first.`,
        );
      const id = randomUUID();
      const { secret, sealed } = makeSecret(deps, id);
      const webhook: WebhookRecord = {
        ...body,
        id,
        version: 1,
        paused: false,
        secret: sealed,
        createdAt: deps.clock().toISOString(),
        createdBy: account!.id,
        ...(districtId !== undefined && { districtId }),
      };
      await writeDown(deps, account, id, [{ field: 'address', to: body.address }]);
      await createWebhook(deps.db, webhook);
      res.status(201);
      return { secret, webhook: await viewOne(deps, webhook) };
    },
  });
}

function changeRoute(deps: Deps): Route {
  return route({
    method: 'put',
    path: '/webhooks/:id',
    summary: 'Change a webhook, pause it, or switch it on again',
    action: 'webhooks.change',
    params: WebhookId,
    body: ChangedWebhook,
    returns: WebhookView,
    handle: async ({ params, body: { version, ...settings }, account, access, req }) => {
      const webhook = await openWebhook(deps, params.id, access);
      if (settings.address !== webhook.address) mustBeConfirmed(req, deps);
      await checkSettings(deps, settings);
      const { address, events, paused } = settings;
      await writeDown(deps, account, webhook.id, [
        { field: 'address', from: webhook.address, to: address },
        { field: 'events', from: webhook.events, to: events },
        { field: 'paused', from: webhook.paused, to: paused },
      ]);
      const unset = [
        ...(settings.organizationId === undefined ? (['organizationId'] as const) : []),
        ...(paused ? [] : (['off', 'failing'] as const)),
      ];
      const changed = await changeWebhook(deps.db, { id: webhook.id, version }, settings, unset);
      if (!changed) throw changedByOther();
      return viewOne(deps, changed);
    },
  });
}

function secretRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/webhooks/:id/secret',
    summary: 'Make a new secret, shown this once; the one before fits for a day more',
    action: 'webhooks.change',
    params: WebhookId,
    returns: ToldSecret,
    handle: async ({ params, account, access, req }) => {
      const webhook = await openWebhook(deps, params.id, access);
      mustBeConfirmed(req, deps);
      await writeDown(deps, account, webhook.id, [{ field: 'secret' }]);
      const { secret, kept } = nextSecret(deps, webhook, deps.clock());
      const changed = await changeWebhook(deps.db, webhook, kept);
      if (!changed) throw changedByOther();
      return { secret, webhook: await viewOne(deps, changed) };
    },
  });
}

function removalRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'delete',
      path: '/webhooks/:id',
      summary: 'Remove a webhook; it can be brought back for a month',
      action: 'webhooks.change',
      params: WebhookId,
      returns: nothing,
      handle: async ({ params, account, access }) => {
        const webhook = await openWebhook(deps, params.id, access);
        const removedAt = deps.clock().toISOString();
        await writeDown(deps, account, webhook.id, [{ field: 'removedAt' }]);
        if (!(await changeWebhook(deps.db, webhook, { removedAt }))) throw changedByOther();
      },
    }),
    route({
      method: 'post',
      path: '/webhooks/:id/restore',
      summary: 'Bring back a webhook that was removed',
      action: 'webhooks.change',
      params: WebhookId,
      returns: WebhookView,
      handle: async ({ params, account, access }) => {
        const webhook = await openWebhook(deps, params.id, access, { removed: true });
        await writeDown(deps, account, webhook.id, [{ field: 'removedAt' }]);
        const changed = await changeWebhook(deps.db, webhook, {}, ['removedAt']);
        if (!changed) throw changedByOther();
        return viewOne(deps, changed);
      },
    }),
  ];
}

type Change = { field: string; from?: unknown; to?: unknown };

function writeDown({ audit }: Deps, account: Account | null, id: string, changes: Change[]): Promise<void> {
  return audit.record({ action: 'webhooks.change', account, on: { kind: 'webhook', id }, changes });
}

async function viewOne({ db, clock }: Deps, webhook: WebhookRecord): Promise<WebhookView> {
  const [view] = await viewWebhooks(db, [webhook], clock());
  if (!view) throw notFound();
  return view;
}

function changedByOther(): AppError {
  return new AppError(
    409,
    'changed-by-other',
    'Somebody else has changed this webhook. Look at what it is now, then change it again.',
  );
}
