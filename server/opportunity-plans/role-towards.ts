import type { Role } from '../../core/accounts/role.ts';
import { decide } from '../../core/policy/decide.ts';
import type { Resource } from '../../core/policy/resource.ts';
import type { Account } from '../accounts/account.ts';

/** What an account is to a student: the student or the family before anything that it is besides. */
export function roleTowards(account: Account, student: Resource): Role {
  const opening = account.grants.filter((grant) => {
    const alone = { ...account, grants: [grant] };
    return decide(alone, 'opportunity-plan.read', student).allowed;
  });
  const closest = opening.find(({ role }) => role === 'student' || role === 'family') ?? opening[0];
  if (!closest) throw new Error('an account wrote in a plan that it may not read');
  return closest.role;
}
