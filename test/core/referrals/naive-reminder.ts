import type { ReminderRules } from '../../../core/referrals/next-reminder.ts';

/*
 * The next reminder once more, as plainly as it can be said: every minute somebody looks at the clock on the wall and
 * at a calendar, and asks whether now is the time.
 */

const MINUTE = 60_000;
const DAY = 24 * 60;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** Minutes since 1970 in UTC, or undefined if nothing is found within so many days. */
export function naiveReminder(
  { begun, after, last }: { begun: number; after: number; last?: number },
  rules: ReminderRules,
  zone: string,
  days: number,
): number | undefined {
  const clock = clockOf(zone);
  const earliest = clock(begun) + after * DAY;
  const apart = last === undefined ? Number.NEGATIVE_INFINITY : clock(last) + DAY;
  for (let minute = last ?? begun; minute < begun + days * DAY; minute++) {
    const wall = clock(minute);
    if (wall >= earliest && wall >= apart && mayMail(wall, rules)) return minute;
  }
  return undefined;
}

function mayMail(wall: number, { hours, days, holidays, closures }: ReminderRules): boolean {
  const [date = '', time = ''] = new Date(wall * MINUTE).toISOString().slice(0, 16).split('T');
  if (time < hours.from || time >= hours.to) return false;
  if (!(days as string[]).includes(weekdayOf(date))) return false;
  if (closures.some(({ closed, from, to }) => closed && from <= date && date <= to)) return false;
  const [before, after] = [shift(date, -1), shift(date, 1)];
  return !holidays.some((holiday) => {
    if (isOn(date, holiday)) return true;
    if (!('observed' in holiday) || !holiday.observed) return false;
    return (
      (weekdayOf(date) === 'FR' && isOn(after, holiday)) ||
      (weekdayOf(date) === 'MO' && isOn(before, holiday))
    );
  });
}

function isOn(date: string, holiday: ReminderRules['holidays'][number]): boolean {
  const [, month, day] = date.split('-').map(Number);
  if (month !== holiday.month) return false;
  if ('date' in holiday) return day === holiday.date;
  if (weekdayOf(date) !== holiday.weekday) return false;
  const step = holiday.nth === -1 ? 7 : -7;
  let others = 0;
  for (let at = shift(date, step); at.slice(0, 7) === date.slice(0, 7); at = shift(at, step)) others += 1;
  return holiday.nth === -1 ? others === 0 : others === holiday.nth - 1;
}

function shift(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY * MINUTE).toISOString().slice(0, 10);
}

function weekdayOf(date: string): string {
  return WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]!;
}

/** What a clock shows, in minutes; Intl is asked for every quarter of an hour, for clocks are changed at none but these. */
function clockOf(zone: string): (minute: number) => number {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone });
  const known = new Map<number, number>();
  return (minute) => {
    const quarter = Math.floor(minute / 15) * 15;
    const at =
      known.get(quarter) ?? Date.parse(`${format.format(quarter * MINUTE).replace(' ', 'T')}:00Z`) / MINUTE;
    known.set(quarter, at);
    return at + minute - quarter;
  };
}
