import type { Step } from '../../core/opportunity-plan/plan-of.ts';
import { hasSucceeded } from '../../core/referrals/referral-rules.ts';
import type { Deps } from '../deps.ts';
import { serviceNames } from '../directory/record-names.ts';
import { AppError } from '../http/app-error.ts';
import { listReferrals } from '../referrals/referral-store.ts';

/**
 * How far the referrals are that steps have become, by their ids, the newest first; all of the student's for who may
 * tie a step to one of them.
 */
export async function viewReferralsOfPlan(
  { db, rules }: Pick<Deps, 'db' | 'rules'>,
  studentId: string,
  steps: readonly Step[],
  all: boolean,
) {
  const tied = new Set(steps.map(({ referral }) => referral));
  const sent = (await listReferrals(db, { studentIds: [studentId] })).filter(({ id }) => all || tied.has(id));
  const names = await serviceNames(
    db,
    sent.map(({ serviceId }) => serviceId),
  );
  return Object.fromEntries(
    sent.map(({ id, state, outcome, term, offerId, serviceId }) => [
      id,
      {
        state,
        term,
        offerId,
        serviceName: names.get(serviceId) ?? '',
        /** It ended with what was asked for: its step may be done. */
        succeeded: hasSucceeded(rules.referrals, { outcome }),
      },
    ]),
  );
}

/** @throws AppError 400 where a step would be tied to what is no referral of this student */
export async function mustBeOwnReferrals(
  { db }: Pick<Deps, 'db'>,
  studentId: string,
  edits: readonly { field: string; to: unknown }[],
): Promise<void> {
  const tying = edits.filter(({ field, to }) => field.endsWith('/referral') && to !== null);
  if (tying.length === 0) return;
  const own = new Set((await listReferrals(db, { studentIds: [studentId] })).map(({ id }) => id));
  const wrong = tying.filter(({ to }) => typeof to !== 'string' || !own.has(to));
  if (wrong.length === 0) return;
  throw new AppError(
    400,
    'invalid-input',
    'Some of the input is not right.',
    wrong.map(({ field }) => ({ path: field, message: 'the student has no such referral' })),
  );
}
