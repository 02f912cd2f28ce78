import { decide } from '../../core/policy/decide.ts';
import type { Account } from '../accounts/account.ts';
import { isOpenTo } from '../corrections/open-records.ts';
import type { Standing } from '../corrections/standing.ts';
import type { Access } from '../http/route.ts';

/** Which of the records that were looked at somebody may hear of. */
export interface Sight {
  /** All of them; all but those that tell of a secret place; or some of these organizations'. */
  of: 'all' | 'open' | { organizationIds: readonly string[] };
  /** Asked of each record that is told by name, as it is now. */
  sees(record: Standing): boolean;
}

export function sightOf(account: Account | null, access: Access): Sight {
  const may = access.opens((organizationId: string) => ({ organizationId }));
  const sees = (record: Standing) => isOpenTo(account, may)(record);
  // No organization has the empty id: whoever reaches that reaches all.
  if (may('')) {
    const isAll = decide(account, 'corrections.secret', { organizationId: '' }).allowed;
    return { of: isAll ? 'all' : 'open', sees };
  }
  const own = account?.grants.flatMap(({ organizationIds }) => organizationIds) ?? [];
  return { of: { organizationIds: [...new Set(own)].filter(may) }, sees };
}
