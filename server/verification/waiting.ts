import { type WaitingItem, waitingItem } from '../../core/home/waiting.ts';
import { decide, mayEver } from '../../core/policy/decide.ts';
import type { Resource } from '../../core/policy/resource.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { suggestionStore } from '../suggestions/suggestion-store.ts';
import { listVerifiable } from './list-verifiable.ts';

/**
 * What of the directory waits for an account: `verify` (services to verify) for partners and for who looks after the
 * directory, and `suggestions` (`oldest`: when the first was given) for all who may answer them.
 */
export async function waitingVerification(
  deps: Pick<Deps, 'db' | 'rules' | 'clock' | 'sealing'>,
  account: Account,
): Promise<WaitingItem[]> {
  if (!mayEver(account, 'verification.change')) return [];
  const isOpen = (resource: Resource) => decide(account, 'verification.change', resource).allowed;
  const isPartner = account.grants.some(({ role }) => role === 'partner');
  const keeps =
    isPartner || account.grants.some(({ role }) => role === 'community-leader' || role === 'administrator');
  const [{ due }, all] = await Promise.all([
    keeps ? listVerifiable(deps, isOpen) : { due: 0 },
    suggestionStore(deps).list('open'),
  ]);
  const open = all.filter(({ organizationId }) => isOpen({ organizationId }));
  const page = isPartner ? '/partner' : '/verify';
  return [
    ...waitingItem('verify', due, page),
    ...waitingItem('suggestions', open.length, isPartner ? page : `${page}?show=suggestions`, open[0]?.at),
  ];
}
