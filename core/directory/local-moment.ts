import type { ClockTime, Weekday } from '../schedule/schedule.ts';

/** A moment as the clocks on the walls of a place show it. */
export interface LocalMoment {
  day: Weekday;
  time: ClockTime;
}

/**
 * The weekday and the time that a moment has in a time zone; an unknown zone counts as UTC.
 * @param timezone IANA name such as "America/Chicago"
 */
export function localMoment(at: Date, timezone: string): LocalMoment {
  const parts = new Map(
    formatter(timezone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return {
    day: parts.get('weekday')!.slice(0, 2).toUpperCase() as Weekday,
    time: `${parts.get('hour')}:${parts.get('minute')}`,
  };
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  const style = { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...style, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...style, timeZone: 'UTC' });
  }
}
