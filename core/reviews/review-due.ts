import { monthAfter, type SchoolCalendar, schoolMonth } from './school-day.ts';

/**
 * How a student's review of this month stands: given · not yet · not yet, and one of the months before has none either ·
 * not asked for, because there is no school or the first one is due later.
 */
export const DUE_STATES = ['done', 'due', 'overdue', 'none'] as const;
export type DueState = (typeof DUE_STATES)[number];

export interface ReviewDue {
  state: DueState;
  /** Until which day it is due; of an overdue one, the day until which the oldest was. */
  by?: string;
  /** Months that have gone by without one since the last. */
  missed: number;
}

interface Known {
  /** The day, by the district's calendar, on which reviews began to make sense; absent where nobody knows. */
  since?: string | undefined;
  /** The month of the last review, "YYYY-MM". */
  last?: string | undefined;
  /** By the district's calendar. */
  today: string;
}

/** Longer ago nobody counts. */
export const MOST_MISSED = 12;

/**
 * One review a month, in months that have enough school, from its first day of school to its last. The first is due in
 * the month after the plan was begun, for beginning it was a talk as well. One review makes up for all that were missed.
 */
export function reviewDue({ since, last, today }: Known, calendar: SchoolCalendar): ReviewDue {
  const month = today.slice(0, 7);
  if (last !== undefined && last >= month) return { state: 'done', missed: 0 };
  const now = schoolMonth(month, calendar);
  const first = firstMonth({ since, last }) ?? month;
  if (!now || today < now.first || first > month) return { state: 'none', missed: 0 };
  const missed = missedMonths(first, month, calendar);
  const days = today > now.last ? [...missed, now.last] : missed;
  if (days.length === 0) return { state: 'due', by: now.last, missed: 0 };
  return { state: 'overdue', by: days[0]!, missed: days.length };
}

function firstMonth({ since, last }: Pick<Known, 'since' | 'last'>): string | undefined {
  const begun = since === undefined ? undefined : monthAfter(since.slice(0, 7));
  const next = last === undefined ? undefined : monthAfter(last);
  if (begun === undefined || next === undefined) return begun ?? next;
  return begun > next ? begun : next;
}

/** The last days of school of the months before this one that asked for a review. */
function missedMonths(first: string, month: string, calendar: SchoolCalendar): string[] {
  const oldest = monthAfter(month, -MOST_MISSED);
  const found: string[] = [];
  for (let at = first > oldest ? first : oldest; at < month; at = monthAfter(at)) {
    const one = schoolMonth(at, calendar);
    if (one) found.push(one.last);
  }
  return found;
}
