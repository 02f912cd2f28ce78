import { countDays, type DueDay, type DueKind } from '../../core/calendar/due-days.ts';
import { UNANSWERED_STATES } from '../../core/referrals/referral-state.ts';
import { isIn } from '../../core/reviews/review-group.ts';
import { localDay } from '../../core/schedule/local-day.ts';
import type { Account } from '../accounts/account.ts';
import { districtOfAccount } from '../accounts/district-of-account.ts';
import { endingFor } from '../consents/waiting.ts';
import type { Deps } from '../deps.ts';
import { openAtSchools, partnersReferrals } from '../referrals/waiting.ts';
import { coordinatedReviews } from '../reviews/waiting.ts';

/** What is due on which day for an account, as Today counts it: how many, and nothing of whom. */
export async function daysDue(deps: Deps, account: Account): Promise<DueDay[]> {
  const zone = (await districtOfAccount(deps, account))?.timezone ?? 'UTC';
  const today = localDay(deps.clock(), zone);
  const found = await Promise.all([
    days('reviews', reviewDays(deps, account)),
    days('answers', answerDays(openAtSchools(deps, account, UNANSWERED_STATES), zone)),
    days('to-answer', answerDays(partnersReferrals(deps, account), zone)),
    days('consents', consentDays(deps, account)),
  ]);
  return found.flatMap(([kind, all]) => countDays(kind, all, today));
}

async function days(kind: DueKind, all: Promise<string[]>): Promise<[DueKind, string[]]> {
  return [kind, await all];
}

async function reviewDays(deps: Deps, account: Account): Promise<string[]> {
  const all = await coordinatedReviews(deps, account);
  return all.filter((one) => isIn('open', one)).flatMap(({ due }) => due.by ?? []);
}

async function answerDays(
  referrals: Promise<readonly { dueAt?: string }[]>,
  zone: string,
): Promise<string[]> {
  return (await referrals).flatMap(({ dueAt }) =>
    dueAt === undefined ? [] : [localDay(new Date(dueAt), zone)],
  );
}

async function consentDays(deps: Deps, account: Account): Promise<string[]> {
  const ending = await endingFor(deps, account);
  return ending.flatMap(({ consents }) => consents.map(({ expiresAt }) => expiresAt));
}
