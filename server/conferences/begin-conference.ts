import { randomUUID } from 'node:crypto';
import type { Conference } from '../../core/conferences/conference.ts';
import { makeAgenda } from '../../core/conferences/make-agenda.ts';
import { foldChanges } from '../../core/opportunity-plan/fold-changes.ts';
import { planOf } from '../../core/opportunity-plan/plan-of.ts';
import type { Deps } from '../deps.ts';
import { serviceNames } from '../directory/record-names.ts';
import { readChanges } from '../opportunity-plans/plan-change-store.ts';
import { listReferrals } from '../referrals/referral-store.ts';
import { readReviews } from '../reviews/review-store.ts';
import { addConference } from './conference-store.ts';

interface Begun {
  studentId: string;
  day: string;
  /** By the district's calendar. */
  today: string;
  by: string;
}

/** Plans a meeting: its agenda is made of the student's plan, reviews and referrals as they are now. */
export async function beginConference(
  deps: Pick<Deps, 'db' | 'sealing' | 'clock'>,
  { studentId, day, today, by }: Begun,
): Promise<Conference> {
  const [changes, reviews, referrals] = await Promise.all([
    readChanges(deps, studentId),
    readReviews(deps, studentId),
    listReferrals(deps.db, { studentIds: [studentId] }),
  ]);
  const names = await serviceNames(
    deps.db,
    referrals.map(({ serviceId }) => serviceId),
  );
  const agenda = makeAgenda({
    plan: planOf(foldChanges(changes)),
    reviews: reviews.map(({ month }) => month),
    referrals: referrals.map(({ id, state, serviceId }) => ({
      id,
      state,
      service: names.get(serviceId) ?? '',
    })),
    today,
  });
  const at = deps.clock().toISOString();
  const conference = { id: randomUUID(), studentId, day, version: 1, at, by, agenda };
  const begun = { ...conference, decisions: [], people: [], steps: [] };
  await addConference(deps, begun);
  return begun;
}
