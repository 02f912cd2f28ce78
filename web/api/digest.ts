import type { DigestTurn } from '../../core/home/digest.ts';
import { get, post, put } from './request.ts';

/** How often one gets a mail that says what waits. */
export interface DigestChoice {
  turn: DigestTurn | 'never';
  nextAt?: string;
  /** Whether mails can reach this account at all. */
  mail: boolean;
}

const PATH = '/own-account/digest';

export function loadDigest(signal?: AbortSignal): Promise<DigestChoice> {
  return get<DigestChoice>(PATH, {}, signal);
}

export function chooseDigest(turn: DigestChoice['turn']): Promise<DigestChoice> {
  return put<DigestChoice>(PATH, { turn });
}

/** By the link in such a mail, without sign-in. */
export function stopDigest(token: string): Promise<void> {
  return post(`/digest-stops/${encodeURIComponent(token)}`);
}
