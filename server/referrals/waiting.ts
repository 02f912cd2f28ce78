import { type WaitingItem, type WaitingKind, waitingItem } from '../../core/home/waiting.ts';
import { decide } from '../../core/policy/decide.ts';
import { isLate } from '../../core/referrals/order-referrals.ts';
import type { Referral } from '../../core/referrals/referral.ts';
import { type ReferralState, UNANSWERED_STATES } from '../../core/referrals/referral-state.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { unreachedOf } from '../referral-links/unreached.ts';
import { listSchools } from '../schools/school-store.ts';
import { whoHasLeft } from '../students/leave-roll.ts';
import { idsAtSchools } from '../students/named-student-store.ts';
import { listReferrals, outlineReferrals, type ReferralOutline } from './referral-store.ts';

/** Answers that are late, partners that nobody has told, and referrals that were not sent, for the school; what asks for an answer, for a partner. */
export async function waitingReferrals(
  deps: Pick<Deps, 'config' | 'db' | 'clock'>,
  account: Account,
): Promise<WaitingItem[]> {
  const parts = await Promise.all([forSchool(deps, account), forPartner(deps, account)]);
  return parts.flat();
}

async function forSchool(
  { config, db, clock }: Pick<Deps, 'config' | 'db' | 'clock'>,
  account: Account,
): Promise<WaitingItem[]> {
  const open = await openAtSchools({ db }, account, ['draft', ...UNANSWERED_STATES]);
  const now = clock().toISOString();
  const late = open.filter((one) => isLate(one, now)).map(({ dueAt, stateAt }) => dueAt ?? stateAt);
  const drafts = open.filter(({ state }) => state === 'draft').map(({ stateAt }) => stateAt);
  const unreached = await unreachedOf({ config, db }, open);
  const untold = open.filter(({ id }) => unreached.has(id)).map(({ stateAt }) => stateAt);
  return [
    ...waitingSince('referrals-late', '/referrals?state=late', late),
    ...waitingSince('referrals-no-address', '/referrals?state=no-address', untold),
    ...waitingSince('referrals-draft', '/referrals?state=draft', drafts),
  ];
}

/** Of the students whom an account looks after, in these states. */
export async function openAtSchools(
  { db }: Pick<Deps, 'db'>,
  account: Account,
  states: readonly ReferralState[],
): Promise<ReferralOutline[]> {
  const schools = (await listSchools(db)).filter(
    ({ id, districtId }) => decide(account, 'referrals.turn', { districtId, schoolIds: [id] }).allowed,
  );
  if (schools.length === 0) return [];
  const studentIds = await idsAtSchools(
    db,
    schools.map(({ id }) => id),
  );
  return outlineReferrals(db, studentIds, states);
}

/** What asks a partner for an answer. */
export async function partnersReferrals({ db }: Pick<Deps, 'db'>, account: Account): Promise<Referral[]> {
  const organizationIds = account.grants.flatMap(({ role, organizationIds }) =>
    role === 'partner' ? organizationIds : [],
  );
  if (organizationIds.length === 0) return [];
  const found = await listReferrals(db, { organizationIds, states: UNANSWERED_STATES });
  const left = await whoHasLeft(
    db,
    found.map(({ studentId }) => studentId),
  );
  return found.filter(({ studentId }) => !left.has(studentId));
}

async function forPartner(deps: Pick<Deps, 'db'>, account: Account): Promise<WaitingItem[]> {
  const asked = await partnersReferrals(deps, account);
  return waitingSince(
    'referrals-to-answer',
    '/shared',
    asked.map(({ stateAt }) => stateAt),
  );
}

function waitingSince(kind: WaitingKind, address: string, since: readonly string[]): WaitingItem[] {
  return waitingItem(kind, since.length, address, [...since].sort()[0]);
}
