import { randomUUID } from 'node:crypto';
import { foldChanges } from '../../core/opportunity-plan/fold-changes.ts';
import type { RecordedEdit } from '../../core/opportunity-plan/plan-change.ts';
import { fieldOf } from '../../core/opportunity-plan/plan-field.ts';
import { planOf } from '../../core/opportunity-plan/plan-of.ts';
import { PLAN_SHAPES } from '../../core/opportunity-plan/plan-value.ts';
import { referralToTie } from '../../core/opportunity-plan/step-to-tie.ts';
import { isOpen } from '../../core/referrals/referral-state.ts';
import type { Deps } from '../deps.ts';
import { readOffersById } from '../directory/directory-store.ts';
import { AppError } from '../http/app-error.ts';
import { listReferrals } from '../referrals/referral-store.ts';
import { type Writer, writePlan } from './write-plan.ts';

/**
 * Makes a match a step of the plan, in the service's own name, tied to what was sent there already. False where the
 * plan has a step for it.
 */
export async function addStep(
  deps: Pick<Deps, 'db' | 'sealing' | 'clock'>,
  studentId: string,
  writer: Writer,
  offerId: string,
): Promise<boolean> {
  const [offer] = await readOffersById(deps.db, [offerId]);
  if (!offer) throw noOffer();
  const text = PLAN_SHAPES.steps.text.parse(offer.serviceName.slice(0, 500));
  const sent = (await listReferrals(deps.db, { studentIds: [studentId] })).filter(({ state }) =>
    isOpen(state),
  );
  const { edits } = await writePlan(deps, studentId, writer, (changes) => {
    const { steps } = planOf(foldChanges(changes));
    if (steps.some((step) => step.offer === offerId)) return { edits: [] };
    const open = sent.map((one) => [one.id, one] as const);
    return { edits: newStep(text, offerId, referralToTie({ offer: offerId }, steps, open)) };
  });
  return edits.length > 0;
}

function newStep(text: string, offerId: string, referral: string | undefined): RecordedEdit[] {
  const id = randomUUID();
  const set = (part: string, to: string): RecordedEdit => ({
    field: fieldOf('steps', id, part),
    kind: 'set',
    to,
  });
  const tied = referral === undefined ? [] : [set('referral', referral)];
  return [set('text', text), set('offer', offerId), ...tied];
}

function noOffer(): AppError {
  return new AppError(400, 'invalid-input', 'Some of the input is not right.', [
    { path: 'offerId', message: 'there is no such service' },
  ]);
}
