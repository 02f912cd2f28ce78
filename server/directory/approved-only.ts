import { decide } from '../../core/policy/decide.ts';
import type { Account } from '../accounts/account.ts';
import { approvedAt } from '../agreements/approved.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import { readSchool } from '../schools/school-store.ts';
import type { FindQuery } from './find-query.ts';

/**
 * The organizations to which a search is narrowed; undefined: to none. Find is open to everybody, who is approved is
 * not: whoever may not know it is told, as of any record that is not theirs, that there is no such thing.
 */
export async function approvedOnly(
  deps: Pick<Deps, 'db' | 'clock'>,
  { approved, school: schoolId }: FindQuery,
  account: Account | null,
): Promise<ReadonlySet<string> | undefined> {
  if (!approved || schoolId === undefined) return undefined;
  const school = await readSchool(deps.db, schoolId);
  const of = { districtId: school?.districtId, schoolIds: [schoolId] };
  if (!school || !decide(account, 'approvals.read', of).allowed) throw notFound();
  return approvedAt(deps, schoolId);
}
