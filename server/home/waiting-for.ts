import { partPutOff } from '../../core/home/put-off.ts';
import type { WaitingItem } from '../../core/home/waiting.ts';
import type { Account } from '../accounts/account.ts';
import { waitingAgreements } from '../agreements/waiting.ts';
import { waitingAssessments } from '../assessments/waiting.ts';
import { waitingConsents } from '../consents/waiting.ts';
import { waitingProposals } from '../corrections/waiting.ts';
import type { Deps } from '../deps.ts';
import { waitingDisclosures } from '../disclosures/waiting.ts';
import { waitingFeeds } from '../feeds/waiting.ts';
import { waitingPoints } from '../geocoding/waiting.ts';
import { waitingJobs } from '../jobs/waiting.ts';
import { waitingOpportunityPlans } from '../opportunity-plans/waiting.ts';
import { waitingReferrals } from '../referrals/waiting.ts';
import { waitingReviews } from '../reviews/waiting.ts';
import { waitingSurveys } from '../surveys/waiting.ts';
import { waitingVerification } from '../verification/waiting.ts';
import { waitingWebhooks } from '../webhooks/waiting.ts';
import { readPutOffs } from './put-off-store.ts';
import { todayOf } from './today-of.ts';

/** Each domain tells what of its own waits for an account, as far as the account may see it. */
const DOMAINS: readonly ((deps: Deps, account: Account) => Promise<WaitingItem[]>)[] = [
  waitingReferrals,
  waitingOpportunityPlans,
  waitingReviews,
  waitingConsents,
  waitingDisclosures,
  waitingAgreements,
  waitingVerification,
  waitingProposals,
  waitingPoints,
  waitingSurveys,
  waitingAssessments,
  waitingFeeds,
  waitingWebhooks,
  waitingJobs,
];

/**
 * What waits for an account, apart from what it has put off for today: counts and pages, never a student. What has
 * waited longest stands first.
 */
export async function waitingFor(
  deps: Deps,
  account: Account,
): Promise<{ waiting: WaitingItem[]; putOff: WaitingItem[] }> {
  const [putOffs, today, ...found] = await Promise.all([
    readPutOffs(deps.db, account.id),
    todayOf(deps, account),
    ...DOMAINS.map((ask) => ask(deps, account)),
  ]);
  return partPutOff(found.flat().sort(longestFirst), putOffs, today);
}

/** What has no moment comes last. */
function longestFirst(a: WaitingItem, b: WaitingItem): number {
  return (a.oldest ?? '~').localeCompare(b.oldest ?? '~');
}
