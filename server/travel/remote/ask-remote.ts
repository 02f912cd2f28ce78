import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../http/app-error.ts';
import type { RemoteConfig } from '../travel-config.ts';

/** Asks below the configured address and nowhere else; answers with what the service's JSON says. */
export type AskRemote = (path: string, body?: object) => Promise<unknown>;

const TRIES = 4;
/** Far above any answer to as many places as we ask about at once. */
const LARGEST_ANSWER = 32 * 1024 * 1024;
/** A service that asks for more patience than this is taken to be away. */
const LONGEST_WAIT_SECONDS = 30;
/** Busy, or away for a moment: to be asked again. */
const PASSING = new Set([429, 502, 503, 504]);

/** @param pause waits so many milliseconds before a service is asked again */
export function askRemote(
  { url, timeoutMs }: RemoteConfig,
  pause: (ms: number) => Promise<unknown> = wait,
): AskRemote {
  return async (path, body) => {
    for (let tried = 1; ; tried++) {
      const answer = await askOnce(new URL(path, url), timeoutMs, body);
      if ('json' in answer) return answer.json;
      if (!answer.isPassing || tried === TRIES) throw unreachable(url, answer.trouble);
      await pause(1000 * (answer.seconds ?? 2 ** (tried - 1)));
    }
  };
}

type Answer = { json: unknown } | { trouble: string; isPassing: boolean; seconds?: number };

/** A redirect is an error: what is asked may go to the configured service and to no other. */
async function askOnce(url: URL, timeoutMs: number, body: object | undefined): Promise<Answer> {
  const sent = body && { method: 'POST', body: JSON.stringify(body) };
  const headers = { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) };
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { ...sent, headers, redirect: 'manual', signal });
    if (response.status === 200) return await readAnswer(response);
    await response.body?.cancel();
    const isPassing = PASSING.has(response.status);
    return { trouble: `it answered ${response.status}`, isPassing, ...patienceOf(response) };
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return { trouble: isLate ? 'it took too long' : 'there was no connection', isPassing: true };
  }
}

async function readAnswer(response: Response): Promise<Answer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > LARGEST_ANSWER) return { trouble: 'its answer was too large', isPassing: false };
    parts.push(part);
  }
  try {
    return { json: JSON.parse(Buffer.concat(parts).toString()) };
  } catch {
    return { trouble: 'its answer was not JSON', isPassing: false };
  }
}

function patienceOf({ headers }: Response): { seconds?: number } {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return seconds >= 0 ? { seconds: Math.min(seconds, LONGEST_WAIT_SECONDS) } : {};
}

/** Says where and what, but not what was asked or answered. */
function unreachable(url: string, trouble: string): AppError {
  return new AppError(
    502,
    'travel-service',
    `The travel service at ${new URL(url).host} is of no use now: ${trouble}.`,
  );
}
