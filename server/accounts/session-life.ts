import type { SessionData } from 'express-session';
import type { Config } from '../config.ts';
import type { Account } from './account.ts';

const MINUTE = 60_000;
/** Time enough to find the phone, or to set a second factor up. */
const PENDING = { idle: 15 * MINUTE, absolute: 15 * MINUTE };

/** Milliseconds: how long a session lasts without a request, and at all. */
export interface Lifetime {
  idle: number;
  absolute: number;
}

export function lifetimeFor(
  { sessions }: Pick<Config, 'sessions'>,
  grants: Account['grants'],
  pending: boolean,
): Lifetime {
  if (pending) return PENDING;
  return grants.some(({ role }) => role === 'administrator') ? sessions.administrators : sessions.everybody;
}

/**
 * When a session ends, in milliseconds since 1970: the moment that its record was last moved on, and with it what the
 * database clears away, is what counts.
 */
export function sessionEnd(
  { signedInAt, lastModified }: Pick<SessionData, 'signedInAt' | 'lastModified'>,
  { idle, absolute }: Lifetime,
  now: number,
): number {
  if (signedInAt === undefined) return 0;
  const seen = lastModified === undefined ? now : lastModified.getTime();
  return Math.min(seen + idle, signedInAt + absolute);
}

/** What a page tells its reader before it happens. `canStay`: using Trellis moves the end on. */
export function describeEnd(session: Partial<SessionData>, lifetime: Lifetime, now: number) {
  const end = sessionEnd(session, lifetime, now);
  return {
    endsAt: new Date(end).toISOString(),
    canStay: end < (session.signedInAt ?? 0) + lifetime.absolute,
  };
}
