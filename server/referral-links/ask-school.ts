import type { Referral, ReferralChange } from '../../core/referrals/referral.ts';
import type { Deps } from '../deps.ts';
import { readCalendar } from '../district-rules/district-calendar.ts';
import { noteLetters } from '../referral-reminders/letters-store.ts';
import { withNext } from '../referral-reminders/next-letters.ts';
import { readReferral, writeChange } from '../referrals/referral-store.ts';
import { changed, notePlace } from '../referrals/turn-referral.ts';
import { studentSealer } from '../sealing/student-sealer.ts';
import { BY_LINK } from './open-referral.ts';

/**
 * A question of the partner: it stands in the history as words without a change of state, sealed like all words about a
 * student. The next step is the school's, so the days until a reminder are counted anew.
 */
export async function askSchool(deps: Deps, referral: Referral, question: string): Promise<Referral> {
  const { id, state, history, studentId, districtId } = referral;
  const sealer = await studentSealer(deps, studentId);
  const at = deps.clock().toISOString();
  const change: ReferralChange = {
    at,
    by: BY_LINK.id,
    from: state,
    to: state,
    ...(sealer && { sealedNote: sealer.seal(question, notePlace(id, history.length)) }),
  };
  if (!(await writeChange(deps.db, referral, change))) {
    const now = await readReferral(deps.db, id);
    throw changed(now?.state ?? 'cancelled');
  }
  const { letters } = referral;
  if (letters) {
    const calendar = await readCalendar(deps, districtId);
    await noteLetters(deps.db, { id, letters }, withNext(calendar, { since: at, done: letters.done }));
  }
  return { ...referral, stateAt: at, version: referral.version + 1, history: [...history, change] };
}
