import { decide } from '../../core/policy/decide.ts';
import { studentResource } from '../../core/policy/student-resource.ts';
import type { Referral } from '../../core/referrals/referral.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Account } from '../accounts/account.ts';
import { accountStore } from '../accounts/account-store.ts';
import { mayBeUsed } from '../accounts/may-be-used.ts';
import type { Deps } from '../deps.ts';

type Known = Pick<Referral, 'studentId' | 'schoolId' | 'districtId' | 'createdBy'>;

/**
 * Who at the school looks after a referral: whoever made it, as long as the student is still theirs; else the
 * coordinators of the student's school; else its administrators.
 */
export async function whoHears(
  { db, config, clock }: Pick<Deps, 'db' | 'config' | 'clock'>,
  { studentId, schoolId, districtId, createdBy }: Known,
): Promise<Account[]> {
  const resource = studentResource({ id: studentId, schoolId, districtId }, utcDay(clock()));
  const may = (await accountStore(db).list()).filter(
    (account) => mayBeUsed(account, config.demo) && decide(account, 'student.change', resource).allowed,
  );
  const makers = may.filter(({ id }) => id === createdBy);
  if (makers.length > 0) return makers;
  const coordinators = may.filter(({ grants }) => grants.some(({ role }) => role === 'coordinator'));
  return coordinators.length > 0 ? coordinators : may;
}
