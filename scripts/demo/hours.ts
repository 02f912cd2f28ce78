import { type Schedule, WEEKDAYS, type Weekday } from '../../core/schedule/schedule.ts';

type PlainSchedule = Pick<Schedule, 'freq' | 'byday' | 'opensAt' | 'closesAt'>;

/** "MO-FR 08:00-17:00; 2SA 09:00-12:00" as schedules: every week, or monthly where a day has a number. */
export function schedulesOf(hours: string): PlainSchedule[] {
  return hours.split('; ').map(scheduleOf);
}

function scheduleOf(part: string): PlainSchedule {
  const match = /^(\S+) (\d\d:\d\d)-(\d\d:\d\d)$/.exec(part);
  if (match === null) throw new Error(`hours not understood: ${part}`);
  const [, days = '', opensAt = '', closesAt = ''] = match;
  const byday = days.split(',').flatMap(expandDays);
  return { freq: /\d/.test(days) ? 'MONTHLY' : 'WEEKLY', byday, opensAt, closesAt };
}

function expandDays(range: string): string[] {
  const [from, to] = range.split('-');
  if (to === undefined) return [checkedDay(range)];
  const days = WEEKDAYS.slice(indexOfDay(from), indexOfDay(to) + 1);
  if (days.length === 0) throw new Error(`days not understood: ${range}`);
  return [...days];
}

/** A day as it stands: "SA", or "2SA" for the second Saturday of a month. */
function checkedDay(day: string): string {
  indexOfDay(day.replace(/^\d/, ''));
  return day;
}

function indexOfDay(day = ''): number {
  const index = WEEKDAYS.indexOf(day as Weekday);
  if (index < 0) throw new Error(`day not understood: ${day}`);
  return index;
}
