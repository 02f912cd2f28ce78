import type { Referral } from '../../core/referrals/referral.ts';
import { isUnanswered, OPEN_STATES } from '../../core/referrals/referral-state.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { type ReferralConsent, referralConsent } from './referral-consent.ts';
import { listReferrals, readReferral } from './referral-store.ts';
import { turnReferral } from './turn-referral.ts';

type Asked = Omit<Deps, 'log' | 'redis' | 'jobListener'>;

/** Each try loses only to somebody who changed the referral in between. */
const MOST_TRIES = 5;

/** Calls off what a student's consents cover no longer; to be done after each withdrawal. */
export async function callOffUncovered(deps: Asked, studentId: string): Promise<void> {
  const open = await listReferrals(deps.db, { studentIds: [studentId], states: OPEN_STATES });
  for (const referral of open) {
    const consent = await referralConsent(deps, referral, today(deps));
    if (consent) await callOffWithout(deps, referral, consent);
  }
}

/**
 * Without a live consent an unanswered referral is called off; one that was accepted only if the family withdrew the
 * consent. Where it has merely run out the student keeps the place, and the partner reads nothing until the next one.
 */
export async function callOffWithout(
  deps: Asked,
  referral: Referral,
  { missing, isWithdrawn }: Pick<ReferralConsent, 'missing' | 'isWithdrawn'>,
): Promise<void> {
  if (missing.length === 0) return;
  let now: Referral | undefined = referral;
  for (let tries = 0; now && tries < MOST_TRIES && isToEnd(now, isWithdrawn); tries++) {
    if (await callOff(deps, now)) return;
    now = await readReferral(deps.db, referral.id);
  }
}

function isToEnd({ state }: Referral, isWithdrawn: boolean): boolean {
  return isUnanswered(state) || (isWithdrawn && state !== 'draft' && OPEN_STATES.includes(state));
}

/** False where somebody changed it in between. */
async function callOff(deps: Asked, { id, state, studentId }: Referral): Promise<boolean> {
  await deps.audit.record({
    action: 'system.referral-called-off',
    account: null,
    studentIds: [studentId],
    on: { kind: 'referral', id },
    why: 'consent',
  });
  const by = { party: 'system', id: 'system' } as const;
  try {
    await turnReferral(deps, id, { to: 'cancelled', by, from: state, reason: 'consent-withdrawn' });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'changed') return false;
    throw error;
  }
}

function today({ clock }: Pick<Deps, 'clock'>): string {
  return utcDay(clock());
}
