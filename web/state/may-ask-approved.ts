import type { Account } from '../api/session.ts';

/** Who works with a school's students may ask for the partners that are approved for it, as `approvals.read` says. */
export function mayAskApproved(account: Account | null | undefined, school: string | null): boolean {
  if (!account || school === null) return false;
  return account.grants.some(({ role, schoolIds }) => {
    if (role === 'administrator' || role === 'district-leader') return true;
    return (role === 'coordinator' || role === 'staff') && schoolIds.includes(school);
  });
}
