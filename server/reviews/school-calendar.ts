import type { SchoolCalendar } from '../../core/reviews/school-day.ts';
import { localDay } from '../../core/schedule/local-day.ts';
import type { Deps } from '../deps.ts';
import { readCalendar } from '../district-rules/district-calendar.ts';

/** Today as a district's calendar has it, and by which days its schools are open. */
export interface SchoolToday {
  today: string;
  calendar: SchoolCalendar;
}

/** Days without school: weekends, holidays and the district's closed days, by which mail waits as well, and the breaks. */
export async function schoolToday(
  deps: Pick<Deps, 'db' | 'rules' | 'clock'>,
  districtId: string,
): Promise<SchoolToday> {
  const { zone, reminders } = await readCalendar(deps, districtId);
  const { breaks, leastSchoolDays } = deps.rules.reviews;
  return { today: localDay(deps.clock(), zone), calendar: { days: reminders, breaks, leastSchoolDays } };
}
