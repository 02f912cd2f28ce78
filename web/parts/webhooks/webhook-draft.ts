import type { WebhookSettings, WebhookView } from '../../../core/webhooks/webhook.ts';
import type { WebhookEvent } from '../../../core/webhooks/webhook-choices.ts';
import { isWebAddress } from '../work/web-address.ts';

/** A webhook as it is typed. */
export interface WebhookDraft {
  name: string;
  address: string;
  events: readonly WebhookEvent[];
  organizationIds: readonly string[];
}

export function draftOf(webhook?: WebhookView): WebhookDraft {
  return {
    name: webhook?.name ?? '',
    address: webhook?.address ?? '',
    events: webhook?.events ?? ['directory.changed', 'directory.imported'],
    organizationIds: webhook?.organizationId === undefined ? [] : [webhook.organizationId],
  };
}

export interface WebhookErrors {
  name?: 'nameMissing';
  address?: 'addressWrong';
  events?: 'eventsMissing';
  whose?: 'whoseMany';
}

/** The server's rules once more, in the words of the page. */
export function webhookErrors({ name, address, events, organizationIds }: WebhookDraft): WebhookErrors {
  return {
    ...(name.trim() === '' && { name: 'nameMissing' as const }),
    ...(!isWebAddress(address) && { address: 'addressWrong' as const }),
    ...(events.length === 0 && { events: 'eventsMissing' as const }),
    ...(organizationIds.length > 1 && { whose: 'whoseMany' as const }),
  };
}

/** What is sent of it. A partner counts only where referrals are told. */
export function settingsOf({ name, address, events, organizationIds }: WebhookDraft): WebhookSettings {
  const [organizationId] = events.includes('referral.changed') ? organizationIds : [];
  return {
    name: name.trim(),
    address: address.trim(),
    events: [...events],
    ...(organizationId !== undefined && { organizationId }),
  };
}
