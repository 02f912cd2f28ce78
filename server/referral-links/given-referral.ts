import type { Referral } from '../../core/referrals/referral.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { readReferral } from '../referrals/referral-store.ts';
import type { ReferralLinkRecord } from './referral-link-collection.ts';
import { referralLinkStore } from './referral-link-store.ts';

const SHAPE = /^[A-Za-z0-9_-]{43}$/;

export interface GivenReferral {
  link: ReferralLinkRecord;
  referral: Referral;
}

/** @throws AppError `link-gone`, alike for a link that has expired, whose referral is gone, and that never was one */
export async function readGivenReferral(
  deps: Pick<Deps, 'db' | 'sealing' | 'clock' | 'rules'>,
  token: string,
): Promise<GivenReferral> {
  const link = SHAPE.test(token) ? await referralLinkStore(deps).look(token) : null;
  const referral = link && (await readReferral(deps.db, link.referralId));
  if (!link || !referral) throw linkGone();
  return { link, referral };
}

function linkGone(): AppError {
  return new AppError(
    410,
    'link-gone',
    'This link does not work any more. Please ask the school for a new one.',
  );
}
