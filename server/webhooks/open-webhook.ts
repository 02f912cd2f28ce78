import { z } from 'zod';
import type { WebhookSettings } from '../../core/webhooks/webhook.ts';
import type { Deps } from '../deps.ts';
import { readOrganization } from '../directory/directory-store.ts';
import { AppError, notFound } from '../http/app-error.ts';
import type { Access } from '../http/route.ts';
import type { WebhookRecord } from './webhook-collections.ts';
import { readWebhook } from './webhook-store.ts';

export const WebhookId = z.object({ id: z.uuid() });

/** The webhook, where it belongs to the administrator's own district. */
export async function openWebhook(
  { db }: Pick<Deps, 'db'>,
  id: string,
  access: Access,
  { removed = false }: { removed?: boolean } = {},
): Promise<WebhookRecord> {
  const webhook = await readWebhook(db, id);
  if (!webhook || (webhook.removedAt !== undefined) !== removed) throw notFound();
  await access.must({ districtId: webhook.districtId });
  return webhook;
}

/** What only the installation knows: whether the address is safe enough, and whether there is such a partner. */
export async function checkSettings(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  { address, organizationId }: WebhookSettings,
): Promise<void> {
  const { protocol, hostname, host } = new URL(address);
  const isOwn = config.webhookPrivateHosts.has(hostname) || config.webhookPrivateHosts.has(host);
  if (protocol !== 'https:' && !isOwn) throw wrong('address', 'Give an address that begins with https://.');
  if (organizationId !== undefined && !(await readOrganization(db, organizationId)))
    throw wrong('organizationId', 'There is no such organization.');
}

function wrong(path: string, message: string): AppError {
  return new AppError(400, 'invalid-input', message, [{ path, message }]);
}
