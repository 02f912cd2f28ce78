import type { DeliveryView, WebhookView } from '../../../core/webhooks/webhook.ts';
import type { GlyphName } from '../glyph.tsx';

export type WebhookState = 'off' | 'paused' | 'failing' | 'works' | 'new';

/** How a webhook is: what a person must do something about goes first. */
export function webhookState({ off, paused, failing, arrivedAt }: WebhookView): WebhookState {
  if (paused) return 'paused';
  if (off) return 'off';
  if (failing) return 'failing';
  return arrivedAt === undefined ? 'new' : 'works';
}

/** Whether the page should look again soon: it leaves now, and comes back within seconds. */
export function isOnItsWay({ state, nextTryAt }: DeliveryView, now: Date): boolean {
  return state === 'pending' && nextTryAt !== undefined && nextTryAt <= now.toISOString();
}

/** A test is sent once: that it is not sent again is no news. */
export function deliveryState({ type, state }: DeliveryView): DeliveryView['state'] {
  return type === 'test' && state === 'gave-up' ? 'failed' : state;
}

interface Look {
  tone: 'plain' | 'good' | 'signal' | 'error';
  icon: GlyphName;
}

export const WEBHOOK_LOOKS: Record<WebhookState, Look> = {
  off: { tone: 'error', icon: 'alert' },
  paused: { tone: 'plain', icon: 'clock' },
  failing: { tone: 'signal', icon: 'alert' },
  works: { tone: 'good', icon: 'check' },
  new: { tone: 'plain', icon: 'clock' },
};

export const DELIVERY_LOOKS: Record<DeliveryView['state'], Look> = {
  pending: { tone: 'plain', icon: 'clock' },
  delivered: { tone: 'good', icon: 'check' },
  failed: { tone: 'signal', icon: 'alert' },
  'gave-up': { tone: 'error', icon: 'alert' },
};
