import { foldChanges } from '../../core/opportunity-plan/fold-changes.ts';
import { fieldOf } from '../../core/opportunity-plan/plan-field.ts';
import { planOf } from '../../core/opportunity-plan/plan-of.ts';
import { stepToTie } from '../../core/opportunity-plan/step-to-tie.ts';
import type { Referral } from '../../core/referrals/referral.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { listReferrals } from '../referrals/referral-store.ts';
import { type Writer, writePlan } from './write-plan.ts';

/**
 * Ties the step of the student's plan that a referral is for to it, by its id. The referral is made already: where the
 * plan cannot be written at this moment it is tied by a click on the plan later.
 */
export async function tieReferral(
  deps: Pick<Deps, 'db' | 'sealing' | 'clock'>,
  { id, studentId, offerId }: Pick<Referral, 'id' | 'studentId' | 'offerId'>,
  writer: Writer,
): Promise<void> {
  const known = await listReferrals(deps.db, { studentIds: [studentId] });
  const states = new Map(known.map((one) => [one.id, one.state]));
  try {
    await writePlan(deps, studentId, writer, (changes) => {
      const { steps } = planOf(foldChanges(changes));
      const step = stepToTie(steps, { offerId }, (referralId) => states.get(referralId));
      return { edits: step ? [{ field: fieldOf('steps', step.id, 'referral'), kind: 'set', to: id }] : [] };
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
