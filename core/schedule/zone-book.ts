import type { DayNumber } from './calendar-day.ts';
import { DAY_MINUTES } from './week-minutes.ts';
import { type ZoneSegment, zoneSegments } from './zone-segments.ts';

/** The segments of a zone over some days; without a name those of the district; undefined where nobody knows it. */
export type ZoneBook = (zone: string | undefined) => readonly ZoneSegment[] | undefined;

/** Segments of zones, looked up once each. A district whose zone nobody knows keeps UTC. */
export function zoneBook(timezone: string, first: DayNumber, last: DayNumber): ZoneBook {
  const known = new Map<string, readonly ZoneSegment[] | undefined>();
  const [from, to] = [first * DAY_MINUTES, last * DAY_MINUTES];
  known.set(timezone, zoneSegments(timezone, from, to) ?? zoneSegments('UTC', from, to));
  return (zone = timezone) => {
    if (!known.has(zone)) known.set(zone, zoneSegments(zone, from, to));
    return known.get(zone);
  };
}
