import type { Referral } from '../../core/referrals/referral.ts';
import { isUnanswered } from '../../core/referrals/referral-state.ts';
import type { Deps } from '../deps.ts';
import { readReferral } from '../referrals/referral-store.ts';
import { sharedWithPartner } from '../referrals/shared-with-partner.ts';
import { changed, turnReferral } from '../referrals/turn-referral.ts';
import type { AnswerBody } from './answer-body.ts';
import { askSchool } from './ask-school.ts';
import { BY_LINK } from './open-referral.ts';
import { tellSchool } from './tell-school.ts';

/**
 * Carries out what a partner says. Of two answers one counts, and the other is told what is.
 * @throws AppError 409 `changed` (answered or ended before), `full`, … (turn-referral.ts); 422 `not-said`
 */
export async function answerReferral(deps: Deps, referral: Referral, said: AnswerBody): Promise<Referral> {
  // A consent that has ended calls the referral off: then there is nothing to answer.
  if (!isUnanswered(referral.state) || !(await sharedWithPartner(deps, referral)))
    throw changed((await readReferral(deps.db, referral.id))?.state ?? 'cancelled');
  await deps.audit.record({
    action: 'system.referral-answered',
    account: null,
    studentIds: [referral.studentId],
    on: { kind: 'referral', id: referral.id },
    why: 'consent',
    changes: [{ field: 'answer', to: said.answer }],
  });
  const after = await carryOut(deps, referral, said);
  const kind = said.answer === 'ask' ? 'referral-asked' : 'referral-answered';
  await tellSchool(deps, kind, after, deps.clock().toISOString().slice(0, 13));
  return after;
}

async function carryOut(deps: Deps, referral: Referral, said: AnswerBody): Promise<Referral> {
  if (said.answer === 'ask') return askSchool(deps, referral, said.note);
  const { note } = said;
  const turn =
    said.answer === 'yes'
      ? ({ to: 'accepted', by: BY_LINK, note } as const)
      : ({ to: 'rejected', by: BY_LINK, reason: said.reason, note } as const);
  return (await turnReferral(deps, referral.id, turn)).referral;
}
