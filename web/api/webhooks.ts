import type { DeliveryView, ToldSecret, WebhookSettings, WebhookView } from '../../core/webhooks/webhook.ts';
import type { List } from './list.ts';
import { get, post, put, remove } from './request.ts';

export async function loadWebhooks(): Promise<WebhookView[]> {
  return (await get<List<WebhookView>>('/webhooks')).items;
}

export function addWebhook(webhook: WebhookSettings): Promise<ToldSecret> {
  return post('/webhooks', webhook);
}

export function changeWebhook(
  id: string,
  webhook: WebhookSettings & Pick<WebhookView, 'paused' | 'version'>,
): Promise<WebhookView> {
  return put(`/webhooks/${id}`, webhook);
}

export function makeNewSecret(id: string): Promise<ToldSecret> {
  return post(`/webhooks/${id}/secret`);
}

export function removeWebhook(id: string): Promise<void> {
  return remove(`/webhooks/${id}`);
}

export function restoreWebhook(id: string): Promise<WebhookView> {
  return post(`/webhooks/${id}/restore`);
}

export function sendTest(id: string): Promise<DeliveryView> {
  return post(`/webhooks/${id}/test`);
}

export async function loadDeliveries(id: string, signal?: AbortSignal): Promise<DeliveryView[]> {
  return (await get<List<DeliveryView>>(`/webhooks/${id}/deliveries`, {}, signal)).items;
}

export function sendAgain(id: string, deliveryId: string): Promise<DeliveryView> {
  return post(`/webhooks/${id}/deliveries/${deliveryId}/send`);
}
