import type { WaitingItem } from '../../core/home/waiting.ts';
import type { Account } from '../accounts/account.ts';
import { waitingAgreements } from '../agreements/waiting.ts';
import type { Deps } from '../deps.ts';
import { signInNeeded } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
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

/** What waits today for whoever asks: counts and pages, never a student. */
export function homeRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'get',
      path: '/home',
      action: 'home.read',
      handle: async ({ account }) => {
        if (!account) throw signInNeeded();
        const waiting = await Promise.all(DOMAINS.map((ask) => ask(deps, account)));
        return { items: waiting.flat().sort(longestFirst) };
      },
    }),
  ];
}

/** What has waited longest stands first; what has no moment comes after. */
function longestFirst(a: WaitingItem, b: WaitingItem): number {
  return (a.oldest ?? '~').localeCompare(b.oldest ?? '~');
}
