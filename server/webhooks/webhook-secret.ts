import type { Deps } from '../deps.ts';
import { newSecret } from './sign-message.ts';
import type { WebhookRecord } from './webhook-collections.ts';

/** So long messages are signed with the secret before the new one, too. */
const OLD_LASTS_MS = 24 * 3_600_000;

const contextOf = (id: string) => ({ collection: 'webhooks', id, field: 'secret' });
type Sealed = Pick<Deps, 'sealing'>;

export function makeSecret({ sealing }: Sealed, id: string): { secret: string; sealed: string } {
  const secret = newSecret();
  return { secret, sealed: sealing.seal(secret, contextOf(id)) };
}

/** A new secret for one that has one. */
export function nextSecret(
  deps: Sealed,
  { id, secret: before }: WebhookRecord,
  now: Date,
): { secret: string; kept: Pick<WebhookRecord, 'secret' | 'oldSecret'> } {
  const { secret, sealed } = makeSecret(deps, id);
  const until = new Date(now.getTime() + OLD_LASTS_MS).toISOString();
  return { secret, kept: { secret: sealed, oldSecret: { sealed: before, until } } };
}

/** What messages are signed with at this moment. */
export function secretsOf(
  { sealing }: Sealed,
  { id, secret, oldSecret }: WebhookRecord,
  now: Date,
): string[] {
  const old = oldSecret && oldSecret.until > now.toISOString() ? [oldSecret.sealed] : [];
  return [secret, ...old].map((sealed) => sealing.open(sealed, contextOf(id)));
}
