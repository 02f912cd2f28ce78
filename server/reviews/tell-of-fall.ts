import type { PolicyStudent } from '../../core/policy/student-resource.ts';
import { isFalling, type Review } from '../../core/reviews/review.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Deps } from '../deps.ts';
import { namedUuid } from '../imports/record-id.ts';
import { mailStore } from '../mail/mail-store.ts';
import { whoLooksAfter } from '../students/who-looks-after.ts';

/**
 * Writes to whoever looks after a student that a review waits to be looked at, not to who has just written it. One mail
 * a day is enough for a person, however many students it is.
 */
export async function tellOfFall(deps: Deps, student: PolicyStudent, review: Review): Promise<void> {
  if (deps.config.mail === null || !isFalling(review)) return;
  const day = utcDay(deps.clock());
  const hear = (await whoLooksAfter(deps, student)).filter(({ id }) => id !== review.by);
  for (const { id } of hear)
    await mailStore(deps).post(
      'review-falling',
      { accountId: id },
      { id: namedUuid(['mail', 'review-falling', id, day]), quietIn: student.districtId },
    );
}
