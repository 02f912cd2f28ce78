import type { SchoolCalendar } from '../../core/reviews/school-day.ts';
import type { Rules } from '../rules.ts';

/** Days without school: the weekends, holidays and closures by which mail waits, and the breaks. */
export function schoolCalendar({ reminders, reviews }: Pick<Rules, 'reminders' | 'reviews'>): SchoolCalendar {
  const { breaks, leastSchoolDays } = reviews;
  return { days: reminders, breaks, leastSchoolDays };
}
