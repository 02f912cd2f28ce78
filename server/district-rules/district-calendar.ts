import { closuresOf } from '../../core/district/closed-days.ts';
import type { District } from '../../core/district/district.ts';
import { nextReminder, type ReminderRules } from '../../core/referrals/next-reminder.ts';
import type { Deps } from '../deps.ts';
import { readDistrict } from '../settings/district-store.ts';
import { readOwnRules } from './district-rules-store.ts';

type Asked = Pick<Deps, 'db' | 'rules'>;

/** By which clock and on which days a district is written to, and by when it expects answers. */
export interface DistrictCalendar {
  zone: string;
  reminders: ReminderRules;
}

/** That of a district; before it has been set up, of the first. */
export async function readCalendar(deps: Asked, districtId: string): Promise<DistrictCalendar> {
  return calendarOf(deps, (await readDistrict(deps.db, districtId)) ?? (await readDistrict(deps.db)));
}

/** The calendar of data/referrals with the days on which the district's schools are closed besides. */
export async function calendarOf(
  { db, rules: { reminders } }: Asked,
  district: District | null,
): Promise<DistrictCalendar> {
  if (!district) return { zone: 'UTC', reminders };
  const own = await readOwnRules(db, district.id, 'closed-days');
  const closures = [...reminders.closures, ...(own ? closuresOf(own) : [])];
  return { zone: district.timezone, reminders: { ...reminders, closures } };
}

/** The moment after which an answer to what is sent now is late: when the school hears of it. */
export function answerBy({ zone, reminders }: DistrictCalendar, sent: Date): string {
  const done = reminders.remindAfterDays.length;
  const at = nextReminder({ since: sent, done }, reminders, zone)?.at;
  // A calendar without any day for mail asks for no reminders; then the days count as they are.
  return (at ?? new Date(sent.getTime() + reminders.escalateAfterDays * DAY_MS)).toISOString();
}
const DAY_MS = 86_400_000;
