import type { Connection } from 'mongoose';
import { GIVEN_STATES } from '../../core/referrals/referral-state.ts';
import { listReferrals } from '../referrals/referral-store.ts';
import { needOf, type OpenRow } from './open-rows.ts';

/**
 * Of accepted rows those whose place the partner has given by a referral that goes on. The place is the partner's word
 * to the family: it is taken back by ending the referral, where somebody says why, and not behind its back.
 */
export async function referredRows<R extends Pick<OpenRow, 'id' | 'state' | 'record' | 'student'>>(
  db: Connection,
  rows: readonly R[],
): Promise<R[]> {
  const accepted = rows.filter(({ state }) => state === 'accepted');
  if (accepted.length === 0) return [];
  const studentIds = [...new Set(accepted.map(({ student }) => student.id))];
  const given = await listReferrals(db, { studentIds, states: GIVEN_STATES });
  const places = new Set(
    given.flatMap((one) => (one.wish === 'need' ? [`${needOf(one)} ${one.offerId}`] : [])),
  );
  return accepted.filter(({ id, record }) => places.has(`${id} ${record.offerId}`));
}
