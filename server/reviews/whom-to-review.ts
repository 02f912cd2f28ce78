import { type ReviewDue, reviewDue } from '../../core/reviews/review-due.ts';
import type { Deps } from '../deps.ts';
import { plansBegun } from '../opportunity-plans/plan-change-store.ts';
import { lastMonths } from './review-store.ts';
import type { SchoolToday } from './school-calendar.ts';

/** How this month's review of a student stands, and which month the last one was of. */
export interface ReviewStanding {
  due: ReviewDue;
  last?: string;
}

/**
 * Of these students those who are to be asked every month by the district's rules, and those who were asked before:
 * three questions to the database, however many they are.
 */
export async function reviewStandings(
  { db, rules }: Pick<Deps, 'db' | 'rules'>,
  studentIds: readonly string[],
  { today, calendar }: SchoolToday,
): Promise<Map<string, ReviewStanding>> {
  const isForAll = rules.reviews.whom === 'everybody';
  const [begun, lasts] = await Promise.all([
    isForAll ? new Map<string, string>() : plansBegun(db, studentIds),
    lastMonths(db, studentIds),
  ]);
  const found = new Map<string, ReviewStanding>();
  for (const id of studentIds) {
    const last = lasts.get(id);
    const isAsked = isForAll || begun.has(id);
    if (!isAsked && last === undefined) continue;
    const due = reviewDue({ since: begun.get(id), last, today }, calendar);
    found.set(id, { due: isAsked || due.state === 'done' ? due : NOT_ASKED, ...(last && { last }) });
  }
  return found;
}

/** Of a student whom nobody is to ask. */
export const NOT_ASKED: ReviewDue = { state: 'none', missed: 0 };
