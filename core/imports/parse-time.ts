import type { ClockTime } from '../schedule/schedule.ts';

const CLOCK =
  /^(\d{1,2})(?:\s?[:.h]\s?(\d{2})(?::\d{2}(?:\.\d+)?)?)?\s*(am|pm|a|p)?\s*(?:z|utc|[+-]\d{2}:?\d{2}|[ecmp][sd]?t)?$/;

/**
 * A time of day as "HH:MM", from the many forms that files use: "9:00am", "9 AM", "17:00:00", "0900", "noon",
 * "12 a.m.", "09:00:00Z" (HSDS asks for a zone; the wall clock is what is meant). Undefined where it is not certain:
 * "9", "750", "25:00", "13pm".
 */
export function parseTime(input: string): ClockTime | undefined {
  const text = input
    .trim()
    .toLowerCase()
    .replace(/\b([ap])\.\s?m\.?/g, '$1m')
    .replace(/\s+/g, ' ');
  if (/^(?:12 )?noon$/.test(text)) return '12:00';
  if (/^(?:12 )?midnight$/.test(text)) return '00:00';
  if (/^\d{4}$/.test(text)) return clock(Number(text.slice(0, 2)), Number(text.slice(2)));
  const match = CLOCK.exec(text);
  if (!match) return undefined;
  const [, hours, minutes, half] = match;
  if (minutes === undefined && half === undefined) return undefined;
  return half
    ? twelveHour(Number(hours), Number(minutes ?? 0), half[0] === 'p')
    : clock(Number(hours), Number(minutes));
}

function twelveHour(hours: number, minutes: number, afternoon: boolean): ClockTime | undefined {
  // "13:30pm" says the same thing twice and is certain; "13am" contradicts itself.
  if (hours > 12) return afternoon ? clock(hours, minutes) : undefined;
  if (hours === 0) return afternoon ? undefined : clock(0, minutes);
  return clock((hours % 12) + (afternoon ? 12 : 0), minutes);
}

function clock(hours: number, minutes: number): ClockTime | undefined {
  const isTime = (hours <= 23 && minutes <= 59) || (hours === 24 && minutes === 0);
  return isTime ? `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` : undefined;
}
