import { decide } from '../../core/policy/decide.ts';
import { type PolicyStudent, studentResource } from '../../core/policy/student-resource.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Account } from '../accounts/account.ts';
import { accountStore } from '../accounts/account-store.ts';
import { mayBeUsed } from '../accounts/may-be-used.ts';
import type { Deps } from '../deps.ts';

/**
 * Who is told when something about a student waits: the account that is named, as long as the student is still theirs;
 * else the coordinators of the student's school; else its administrators.
 */
export async function whoLooksAfter(
  { db, config, clock }: Pick<Deps, 'db' | 'config' | 'clock'>,
  student: PolicyStudent,
  first?: string,
): Promise<Account[]> {
  const resource = studentResource(student, utcDay(clock()));
  const may = (await accountStore(db).list()).filter(
    (account) => mayBeUsed(account, config.demo) && decide(account, 'student.change', resource).allowed,
  );
  const named = may.filter(({ id }) => id === first);
  if (named.length > 0) return named;
  const coordinators = may.filter(({ grants }) => grants.some(({ role }) => role === 'coordinator'));
  return coordinators.length > 0 ? coordinators : may;
}
