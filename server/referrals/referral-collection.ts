import type { Referral, ReferralChange } from '../../core/referrals/referral.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** A change of state that other programs have not been told of (server/webhooks), with the version that it led to. */
export type UntoldTurn = Pick<ReferralChange, 'from' | 'to' | 'at'> & { version: number };

/**
 * A referral as it is stored. Where the student goes to school is not in it: that is asked of the student each time, so
 * that a move changes who sees it in the same moment.
 */
export type ReferralRecord = Omit<Referral, 'schoolId' | 'districtId'> & {
  /** `openKeyOf` while it is open: of two for the same wish and service one fails. */
  openKey?: string;
  /** Written with the change itself, so that none is lost. */
  untold?: UntoldTurn[];
};

export const referrals: CollectionSpec = {
  name: 'referrals',
  indexes: [
    [{ openKey: 1 }, { unique: true, sparse: true }],
    [{ studentId: 1, createdAt: -1 }],
    [{ organizationId: 1, state: 1 }],
    [{ state: 1, dueAt: 1 }],
    [{ state: 1, 'letters.nextAt': 1 }],
    [{ stateAt: 1 }],
    [{ 'untold.version': 1 }],
  ],
};

export const referralCollections: readonly CollectionSpec[] = [referrals];
