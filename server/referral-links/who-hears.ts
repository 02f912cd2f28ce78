import type { Referral } from '../../core/referrals/referral.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { whoLooksAfter } from '../students/who-looks-after.ts';

type Known = Pick<Referral, 'studentId' | 'schoolId' | 'districtId' | 'createdBy'>;

/** Who at the school looks after a referral: whoever made it before anybody else. */
export function whoHears(
  deps: Pick<Deps, 'db' | 'config' | 'clock'>,
  { studentId, schoolId, districtId, createdBy }: Known,
): Promise<Account[]> {
  return whoLooksAfter(deps, { id: studentId, schoolId, districtId }, createdBy);
}
