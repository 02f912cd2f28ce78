import rrule, { type Options, type Weekday } from 'rrule';
import { isoDate } from '../../../core/schedule/calendar-day.ts';
import { type Schedule, WEEKDAYS } from '../../../core/schedule/schedule.ts';

const { RRule } = rrule;
const DAYS = [RRule.MO, RRule.TU, RRule.WE, RRule.TH, RRule.FR, RRule.SA, RRule.SU];

/** The days of a rule as the package rrule finds them: an oracle that shares nothing with what it judges. */
export function daysByLibrary(schedule: Schedule, { from, to }: { from: number; to: number }): string[] {
  const { freq, dtstart, until, interval, count, wkst, byday, bymonthday, byyearday, byweekno } = schedule;
  const end = isoDate(to);
  const options: Partial<Options> = {
    freq: RRule[freq!],
    dtstart: new Date(`${dtstart}T00:00:00Z`),
    // Without an end it would go on to the year 9999 looking for what never comes.
    until: new Date(`${[until ?? end, end].sort()[0]}T00:00:00Z`),
    ...(interval && { interval }),
    ...(count && { count }),
    ...(wkst && { wkst: DAYS[WEEKDAYS.indexOf(wkst)]! }),
    ...(byday.length > 0 && { byweekday: byday.map(weekdayOf) }),
    ...(bymonthday && { bymonthday }),
    ...(byyearday && { byyearday }),
    ...(byweekno && { byweekno }),
  };
  return new RRule(options)
    .between(new Date(`${isoDate(from)}T00:00:00Z`), new Date(`${isoDate(to)}T00:00:00Z`), true)
    .map((date) => date.toISOString().slice(0, 10));
}

function weekdayOf(text: string): Weekday {
  const day = DAYS[WEEKDAYS.findIndex((each) => text.endsWith(each))]!;
  const nth = Number.parseInt(text, 10);
  return nth ? day.nth(nth) : day;
}
