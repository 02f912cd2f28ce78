import type { Schedule } from '../schedule/schedule.ts';
import { weeklyHours } from '../schedule/weekly-hours.ts';

/**
 * Which of these lists of schedules, the closest to the place first, speaks on a day: the first that says anything
 * about a week, "every first Monday" included, for that is not every Monday. -1: none.
 */
export function hoursLevel(levels: readonly (readonly Schedule[])[], today: string): number {
  return levels.findIndex((schedules) => {
    const { hours, occasional } = weeklyHours(schedules, today);
    return hours.length > 0 || occasional.length > 0;
  });
}
