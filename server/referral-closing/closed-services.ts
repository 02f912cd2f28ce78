import type { Connection } from 'mongoose';
import type { Service } from '../../core/directory/service.ts';
import { OPEN_STATES } from '../../core/referrals/referral-state.ts';
import { services } from '../directory/service-collection.ts';
import { type ReferralRecord, referrals } from '../referrals/referral-collection.ts';
import { model } from '../store/collection.ts';

/**
 * Services to which something is still referred and that are gone or over for good. One that is closed for a time is
 * not: its referrals wait.
 */
export async function closedServices(db: Connection): Promise<string[]> {
  const referredTo = await model<ReferralRecord>(db, referrals).distinct('serviceId', {
    state: { $in: OPEN_STATES },
  });
  const going = await model<Service>(db, services)
    .find({ _id: { $in: referredTo }, status: { $nin: ['inactive', 'defunct'] } }, { _id: 1 })
    .lean<{ _id: string }[]>();
  const known = new Set(going.map(({ _id }) => _id));
  return referredTo.filter((id) => !known.has(id));
}
