import { type WaitingItem, waitingItem } from '../../core/home/waiting.ts';
import { isIn } from '../../core/reviews/review-group.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { listSchools } from '../schools/school-store.ts';
import { readNamedStudents } from '../students/named-student-store.ts';
import { outlineReviews, type ReviewOutline } from './due-reviews.ts';
import { schoolToday } from './school-calendar.ts';
import { reviewStandings } from './whom-to-review.ts';

/**
 * For coordinators: students who are doing worse, and reviews that are due at their schools. For a student: the own one.
 * Who may see a whole district's students is not told, since asking them is for the schools.
 */
export async function waitingReviews(deps: Deps, account: Account): Promise<WaitingItem[]> {
  const parts = await Promise.all([forCoordinator(deps, account), forStudent(deps, account)]);
  return parts.flat();
}

/** Who is asked every month at the schools that an account coordinates. */
export async function coordinatedReviews(deps: Deps, account: Account): Promise<ReviewOutline[]> {
  const held = account.grants.flatMap(({ role, schoolIds }) => (role === 'coordinator' ? schoolIds : []));
  if (held.length === 0) return [];
  const schools = (await listSchools(deps.db)).filter(({ id }) => held.includes(id));
  return outlineReviews(deps, account, schools);
}

async function forCoordinator(deps: Deps, account: Account): Promise<WaitingItem[]> {
  const all = await coordinatedReviews(deps, account);
  const count = (group: 'falling' | 'overdue' | 'open') => all.filter((one) => isIn(group, one)).length;
  const overdue = count('overdue');
  return [
    ...waitingItem('reviews-falling', count('falling'), '/reviews?state=falling'),
    ...waitingItem('reviews-overdue', overdue, '/reviews?state=overdue'),
    ...waitingItem('reviews-due', count('open') - overdue, '/reviews'),
  ];
}

async function forStudent(deps: Deps, { grants }: Account): Promise<WaitingItem[]> {
  const own = grants.flatMap(({ role, studentIds }) => (role === 'student' ? studentIds : []));
  const found = own.length === 0 ? [] : [...(await readNamedStudents(deps, own)).values()];
  const here = found.filter(({ leftAt }) => leftAt === undefined);
  const waiting = here.map(async ({ id, districtId }) => {
    const day = await schoolToday(deps, districtId);
    const due = (await reviewStandings(deps, [id], day)).get(id)?.due;
    const waits = due !== undefined && isIn('open', { due, falling: false });
    return waitingItem('review-own', waits ? 1 : 0, `/students/${id}/reviews`, due?.by);
  });
  return (await Promise.all(waiting)).flat();
}
