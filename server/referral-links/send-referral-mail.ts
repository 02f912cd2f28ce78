import type { Referral } from '../../core/referrals/referral.ts';
import { isUnanswered } from '../../core/referrals/referral-state.ts';
import type { Deps } from '../deps.ts';
import { readCalendar } from '../district-rules/district-calendar.ts';
import { namedUuid } from '../imports/record-id.ts';
import { mailStore } from '../mail/mail-store.ts';
import { beginLetters } from '../referral-reminders/letters-store.ts';
import { withNext } from '../referral-reminders/next-letters.ts';

/**
 * Writes to the partner of a referral that has been sent, and notes when to remind it. Doing it twice writes once. Where
 * a process dies before, the reminders find the referral without its letter and write it.
 */
export async function sendReferralMail(
  deps: Pick<Deps, 'config' | 'db' | 'sealing' | 'clock' | 'queues' | 'rules'>,
  { id, state, stateAt, districtId }: Pick<Referral, 'id' | 'state' | 'stateAt' | 'districtId'>,
): Promise<void> {
  if (deps.config.mail === null || !isUnanswered(state)) return;
  await mailStore(deps).post('referral', { referral: { id, letter: 0 } }, { id: letterId(id, 0) });
  const calendar = await readCalendar(deps, districtId);
  await beginLetters(deps.db, id, withNext(calendar, { since: stateAt, done: 0 }));
}

/** The same letter of a referral is always the same mail. */
export function letterId(referralId: string, letter: number): string {
  return namedUuid(['referral letter', referralId, String(letter)]);
}
