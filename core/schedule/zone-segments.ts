const HOUR = 60;
const DAY = 24 * HOUR;
const MILLISECONDS = 60_000;

/** A stretch of time in which a zone keeps one offset; minutes since 1970 in UTC, the end not included. */
export interface ZoneSegment {
  from: number;
  to: number;
  /** Minutes by which the clock on the wall is ahead of UTC. */
  offset: number;
}

/**
 * How a zone's clocks stand from one minute to another: one segment, and one more for each change to or from daylight
 * saving. Undefined: a zone that nobody knows.
 * @param zone IANA name, or an offset such as "-05:00", "+0530", "UTC-5", "Z"
 */
export function zoneSegments(zone: string, from: number, to: number): ZoneSegment[] | undefined {
  const offsetAt = offsetsOf(zone);
  if (!offsetAt) return undefined;
  const segments: ZoneSegment[] = [];
  let current: ZoneSegment = { from, to, offset: offsetAt(from) };
  for (let at = from; at < to; at += DAY) {
    const end = Math.min(at + DAY, to);
    const next = offsetAt(end);
    if (next === current.offset) continue;
    const change = firstMinuteWith(next, offsetAt, at, end);
    segments.push({ ...current, to: change });
    current = { from: change, to, offset: next };
  }
  return [...segments, current];
}

/** Clocks are changed at a minute, and once a day at most. */
function firstMinuteWith(
  offset: number,
  offsetAt: (minute: number) => number,
  low: number,
  high: number,
): number {
  let [before, after] = [low, high];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle) === offset) after = middle;
    else before = middle;
  }
  return after;
}

const OFFSET = /^(?:utc|gmt)?\s*([+-])(\d{1,2})(?::?(\d{2}))?$/i;

function offsetsOf(zone: string): ((minute: number) => number) | undefined {
  const fixed = fixedOffset(zone.trim());
  if (fixed !== undefined) return () => fixed;
  const clock = clockOfZone(zone.trim());
  return clock && ((minute) => offsetByClock(clock, minute));
}

function fixedOffset(zone: string): number | undefined {
  if (/^(?:z|utc|gmt)$/i.test(zone)) return 0;
  const [, sign, hours, minutes = '0'] = OFFSET.exec(zone) ?? [];
  if (hours === undefined || Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return (Number(hours) * HOUR + Number(minutes)) * (sign === '-' ? -1 : 1);
}

function clockOfZone(timeZone: string): Intl.DateTimeFormat | undefined {
  const style = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...style, hourCycle: 'h23', timeZone });
  } catch {
    return undefined;
  }
}

/** Whole minutes: no zone has had seconds since 1972. */
function offsetByClock(clock: Intl.DateTimeFormat, minute: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of clock.formatToParts(minute * MILLISECONDS)) parts[type] = Number(value);
  const { year = 0, month = 1, day, hour, minute: minutes } = parts;
  return Date.UTC(year, month - 1, day, hour, minutes) / MILLISECONDS - minute;
}
