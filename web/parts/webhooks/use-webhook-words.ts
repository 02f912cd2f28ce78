import type { Translate } from '../../text/translate.ts';
import { useTextOf } from '../../text/use-voice.tsx';
import { type WebhooksTexts, webhooksEn } from '../../text/webhooks-en.ts';
import { webhooksEs } from '../../text/webhooks-es.ts';

const texts = { en: webhooksEn, es: webhooksEs };

export type SayWebhooks = Translate<WebhooksTexts>;

/** What the page of webhooks speaks with. */
export function useWebhookWords(): SayWebhooks {
  return useTextOf(texts);
}
