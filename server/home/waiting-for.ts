import type { WaitingItem } from '../../core/home/waiting.ts';
import type { Account } from '../accounts/account.ts';
import { waitingAgreements } from '../agreements/waiting.ts';
import type { Deps } from '../deps.ts';
import { waitingOpportunityPlans } from '../opportunity-plans/waiting.ts';
import { waitingReferrals } from '../referrals/waiting.ts';
import { waitingReviews } from '../reviews/waiting.ts';
import { waitingSurveys } from '../surveys/waiting.ts';
import { waitingVerification } from '../verification/waiting.ts';

/** Each domain tells what of its own waits for an account, as far as the account may see it. */
const DOMAINS: readonly ((deps: Deps, account: Account) => Promise<WaitingItem[]>)[] = [
  waitingReferrals,
  waitingOpportunityPlans,
  waitingReviews,
  waitingAgreements,
  waitingVerification,
  waitingSurveys,
];

/** What waits for an account: counts and pages, never a student. What has waited longest stands first. */
export async function waitingFor(deps: Deps, account: Account): Promise<WaitingItem[]> {
  const waiting = await Promise.all(DOMAINS.map((ask) => ask(deps, account)));
  return waiting.flat().sort(longestFirst);
}

/** What has no moment comes last. */
function longestFirst(a: WaitingItem, b: WaitingItem): number {
  return (a.oldest ?? '~').localeCompare(b.oldest ?? '~');
}
