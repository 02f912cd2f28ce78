import { type WaitingItem, waitingItem } from '../../core/home/waiting.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { countWithoutPlan } from './plans-due.ts';

/**
 * Students who should have a plan and have none, for the coordinators of their schools. Who may see a whole district's
 * students is not told: that they lack plans is for the schools to do, and opening 20,000 students' circumstances for
 * every look at one's home would be for nothing.
 */
export async function waitingOpportunityPlans(
  deps: Pick<Deps, 'db' | 'sealing' | 'rules'>,
  account: Account,
): Promise<WaitingItem[]> {
  const schoolIds = account.grants.flatMap(({ role, schoolIds: held }) =>
    role === 'coordinator' ? held : [],
  );
  if (schoolIds.length === 0) return [];
  const count = await countWithoutPlan(deps, [...new Set(schoolIds)]);
  return waitingItem('opportunity-plans', count, '/opportunity-plans');
}
