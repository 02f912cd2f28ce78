import { retryAfterSeconds } from '../../core/feeds/next-fetch.ts';
import { DELIVERY_FAILURES } from '../../core/webhooks/webhook-choices.ts';
import type { Deps } from '../deps.ts';
import { type Answered, type Guard, guardedRequest } from '../outbound/guarded-request.ts';
import { outboundFailure } from '../outbound/outbound-failed.ts';
import { signedHeaders } from './sign-message.ts';
import type { DeliveryRecord, WebhookRecord } from './webhook-collections.ts';
import { secretsOf } from './webhook-secret.ts';

/** From the first question for the name to the last byte that is read of the answer. */
const TOTAL_MS = 10_000;
/** As much of an answer is kept as tells a person what was wrong. */
const KEPT_CHARACTERS = 500;

/** What came of a try. */
export interface Sent {
  arrived: boolean;
  tried: NonNullable<DeliveryRecord['tried']>;
  /** In seconds. */
  retryAfter?: number | undefined;
}

/** Sends a message once. A redirect is not followed: it is a failure like any other that is no 2xx. */
export async function sendMessage(
  deps: Pick<Deps, 'sealing' | 'clock'>,
  webhook: WebhookRecord,
  { id, body }: Pick<DeliveryRecord, 'id' | 'body'>,
  guard: Guard,
): Promise<Sent> {
  const now = deps.clock();
  const at = now.toISOString();
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Trellis (webhook; open-source directory of community services)',
    ...signedHeaders({ id, at: now, body }, secretsOf(deps, webhook, now)),
  };
  const signal = AbortSignal.timeout(TOTAL_MS);
  const asked = { method: 'POST' as const, headers, body, signal, idleMs: TOTAL_MS };
  try {
    const answer = await guardedRequest(new URL(webhook.address), guard, asked);
    const { statusCode: status = 0 } = answer;
    const retryAfter = retryAfterSeconds(answer.headers['retry-after'], now);
    const words = await beginningOf(answer);
    const tried = { at, status, ...(words !== '' && { answer: words }) };
    return { arrived: status >= 200 && status < 300, tried, retryAfter };
  } catch (error) {
    const { code } = outboundFailure(error);
    const failure = DELIVERY_FAILURES.find((known) => known === code) ?? 'no-connection';
    return { arrived: false, tried: { at, failure } };
  }
}

/** What has come when it breaks off is what is kept: the status is known by then. */
async function beginningOf(answer: Answered): Promise<string> {
  let text = '';
  try {
    answer.setEncoding('utf8');
    for await (const part of answer) {
      text += part;
      if (text.length >= KEPT_CHARACTERS) break;
    }
  } catch {
    // The rest of an answer changes nothing.
  }
  return text.replaceAll(/[^\P{Cc}\n]/gu, ' ').slice(0, KEPT_CHARACTERS);
}
