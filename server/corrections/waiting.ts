import { type WaitingItem, waitingItem } from '../../core/home/waiting.ts';
import { decide } from '../../core/policy/decide.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { readOpenProposals } from './list-proposals.ts';

/** What sources say else of corrected fields, for partners and for who looks after the directory. */
export async function waitingProposals(deps: Pick<Deps, 'db'>, account: Account): Promise<WaitingItem[]> {
  const keeps = account.grants.some(({ role }) =>
    ['partner', 'community-leader', 'administrator'].includes(role),
  );
  if (!keeps) return [];
  const open = await readOpenProposals(
    deps,
    account,
    (organizationId) => decide(account, 'corrections.change', { organizationId }).allowed,
  );
  return waitingItem('proposals', open.length, '/verify?show=proposals', open[0]?.proposal.at);
}
