import type { Role } from '../../core/accounts/role.ts';
import type { Account } from '../accounts/account.ts';
import type { VerificationEntry } from './verification-collection.ts';

/** The word of an account that a service is described rightly, as what it speaks. */
export function entryOf({ id: accountId, grants }: Account, now: Date): VerificationEntry {
  const is = (...roles: Role[]) => grants.some(({ role }) => roles.includes(role));
  const by = is('partner') ? 'partner' : is('coordinator', 'district-leader') ? 'school' : 'directory';
  return { at: now.toISOString(), by, accountId };
}
