const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const FIRST_WAIT_MINUTES = 5;

export interface LastFetch {
  everyMinutes: number;
  /** How often in a row it has not come. */
  failures: number;
  /** What the other side asked for (Retry-After), in seconds. */
  retryAfter?: number | undefined;
}

/**
 * When a feed is fetched next. After a failure first soon, then ever later, up to a day or its own turn where that is
 * longer; never before the other side wants it, as long as that is within a week.
 */
export function nextFetch(now: Date, { everyMinutes, failures, retryAfter = 0 }: LastFetch): Date {
  const longest = Math.max(everyMinutes, DAY_MINUTES);
  const wait = failures === 0 ? everyMinutes : Math.min(longest, FIRST_WAIT_MINUTES * 2 ** (failures - 1));
  const asked = Math.min(retryAfter / 60, 7 * DAY_MINUTES);
  return new Date(now.getTime() + Math.max(wait, asked) * MINUTE_MS);
}

/** Seconds that a Retry-After header asks for: a number, or a date (RFC 9110, 10.2.3). Undefined for anything else. */
export function retryAfterSeconds(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, (at - now.getTime()) / 1000);
}
