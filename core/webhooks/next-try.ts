const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long after each try that failed comes the next, as Standard Webhooks has it: ten tries in about three days. */
export const WAITS_MS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** Waits are longer by up to this share, so that what failed together does not come back together. */
const SPREAD = 0.2;
/** However long the other side wants to be left alone. */
const LONGEST_ASKED = 24 * HOUR;

/**
 * When a message is tried again that has been tried so often; undefined where it is given up. `spread` is a number from 0
 * to 1 that the caller draws.
 */
export function nextTry(
  now: Date,
  { attempts, spread, retryAfter = 0 }: { attempts: number; spread: number; retryAfter?: number | undefined },
): Date | undefined {
  const wait = WAITS_MS[attempts - 1];
  if (wait === undefined) return undefined;
  const asked = Math.min(retryAfter * SECOND, LONGEST_ASKED);
  return new Date(now.getTime() + Math.max(wait, asked) * (1 + SPREAD * spread));
}
