import { retryAfterSeconds } from '../../core/feeds/next-fetch.ts';
import { type Answered, type GuardedRequest, guardedRequest } from '../outbound/guarded-request.ts';
import { OutboundFailed } from '../outbound/outbound-failed.ts';
import { readText } from '../outbound/read-text.ts';
import type { Asking } from './geocoder.ts';
import { GeocoderFailed } from './geocoder-failed.ts';

const TRIES = 6;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 10 * 60_000;
const ANSWER_LIMIT_BYTES = 32 * 1024 * 1024;
/** Who asks, as the public geocoders want to know. */
const USER_AGENT = 'Trellis (open-source directory of community services)';

/** Not now: too many requests, or trouble on the other side that passes. */
const LATER = new Set([408, 425, 429, 500, 502, 503, 504]);

export interface PoliteRequest extends Pick<GuardedRequest, 'method' | 'headers' | 'body'> {
  url: URL;
  /** A long batch is silent until it is done. */
  idleMs: number;
}

/**
 * Asks, and where the other side cannot answer now asks again: when it wants to be asked, or ever later.
 * @throws GeocoderFailed where it refuses, or still does not answer
 */
export async function askPolitely(request: PoliteRequest, asking: Asking): Promise<string> {
  for (let tried = 1; ; tried += 1) {
    const outcome = await askOnce(request, asking);
    if ('text' in outcome) return outcome.text;
    const { failed } = outcome;
    asking.signal.throwIfAborted();
    const isOver = tried === TRIES || (failed.status !== undefined && !LATER.has(failed.status));
    if (isOver || failed.code === 'address-refused') throw new GeocoderFailed(wordsFor(failed));
    const asked = (failed.retryAfter ?? 0) * 1000;
    await asking.wait(Math.min(LONGEST_WAIT_MS, Math.max(asked, FIRST_WAIT_MS * 2 ** (tried - 1))));
  }
}

async function askOnce(
  { url, idleMs, headers, ...rest }: PoliteRequest,
  { guard, signal, now }: Asking,
): Promise<{ text: string } | { failed: OutboundFailed }> {
  try {
    const answer: Answered = await guardedRequest(url, guard, {
      ...rest,
      headers: { 'user-agent': USER_AGENT, ...headers },
      signal,
      idleMs,
    });
    const status = answer.statusCode ?? 0;
    if (status === 200) return { text: await readText(answer, ANSWER_LIMIT_BYTES) };
    answer.destroy();
    const retryAfter = retryAfterSeconds(answer.headers['retry-after'], now());
    return { failed: new OutboundFailed('status', { status, retryAfter }) };
  } catch (error) {
    if (error instanceof OutboundFailed) return { failed: error };
    throw error;
  }
}

function wordsFor({ code, status }: OutboundFailed): string {
  if (status !== undefined)
    return `The geocoder answered with an error (HTTP ${status}). What was found until then is kept.`;
  return `The geocoder could not be reached (${code}). What was found until then is kept.`;
}
