import type { Referral, ReferralChange } from '../../core/referrals/referral.ts';
import { endingFault, type Said } from '../../core/referrals/referral-rules.ts';
import {
  isOpen,
  isUnanswered,
  mayTurn,
  type Party,
  type ReferralState,
} from '../../core/referrals/referral-state.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Deps } from '../deps.ts';
import { answerBy, readCalendar } from '../district-rules/district-calendar.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { studentSealer } from '../sealing/student-sealer.ts';
import { announceTurn } from './announce-turn.ts';
import { givePlaceBack, holdPlace } from './hold-place.ts';
import { referralConsent } from './referral-consent.ts';
import { readReferral, writeChange } from './referral-store.ts';

/** Who turns a referral: `id` is an account's, `partner-link` or `system`. */
export interface TurnedBy {
  party: Party;
  id: string;
}

export interface Turn extends Said {
  to: ReferralState;
  by: TurnedBy;
  /** The state that the asker saw: where it is another by now, nothing is changed. */
  from?: ReferralState | undefined;
  note?: string | undefined;
}

export interface Turned {
  referral: Referral;
  before: ReferralState;
}

type Asked = Omit<Deps, 'audit' | 'log' | 'redis' | 'jobListener'>;

/**
 * The one way in which a referral changes. Of two changes at the same moment one is made, and the other is told what is.
 * A place is taken before the change is written and given back where it is not: a process that dies in between leaves a
 * place held, which the same answer finds and any end gives back; never an accepted referral without a place.
 * @throws AppError 404 · 409 `changed` (`errors[0].message` is the state that is), `no-consent`, `full`, `has-place`,
 * `offer-gone` · 422 `not-said`
 */
export async function turnReferral(deps: Asked, id: string, turn: Turn): Promise<Turned> {
  const referral = await readReferral(deps.db, id);
  if (!referral) throw notFound();
  const { to, by } = turn;
  const isSeen = turn.from === undefined || turn.from === referral.state;
  if (!isSeen || !mayTurn(referral.state, to, by.party)) throw changed(referral.state);
  const fault = endingFault(deps.rules.referrals, to, by.party, turn);
  if (fault) throw new AppError(422, 'not-said', 'Something is missing. Nothing was changed.', [fault]);
  await mustBeAllowed(deps, referral, turn);
  const now = deps.clock();
  const accountId = by.id.startsWith('partner-link') || by.id === 'system' ? undefined : by.id;
  const tookPlace = to === 'accepted' && (await holdPlace(deps, referral, { accountId, now }));
  const change = await changeOf(deps, referral, turn, now);
  const more =
    to === 'requested' ? { dueAt: answerBy(await readCalendar(deps, referral.districtId), now) } : {};
  if (!(await writeChange(deps.db, referral, change, more))) {
    if (tookPlace) await givePlaceBack(deps, referral);
    throw changed((await readReferral(deps.db, id))?.state ?? 'cancelled');
  }
  const turned = { ...referral, ...more, ...stateOf(change), version: referral.version + 1 };
  if (!isOpen(to) && to !== 'completed') await givePlaceBack(deps, turned);
  const done = { referral: { ...turned, history: [...referral.history, change] }, before: referral.state };
  await announceTurn(deps, done);
  return done;
}

async function mustBeAllowed(deps: Asked, referral: Referral, { to, by }: Turn): Promise<void> {
  const isAnswer = by.party === 'partner' && isUnanswered(referral.state);
  if (to === 'requested' || isAnswer) await mustBeCovered(deps, referral);
}

/** Nothing reaches a partner, and no partner answers, without a consent that is live at this moment. */
export async function mustBeCovered(
  deps: Pick<Deps, 'db' | 'rules' | 'sealing' | 'clock'>,
  referral: Referral,
): Promise<void> {
  const consent = await referralConsent(deps, referral, utcDay(deps.clock()));
  if (consent && consent.missing.length === 0) return;
  throw new AppError(
    409,
    'no-consent',
    'No consent that is valid today lets this partner know. Ask the family first; nothing was changed.',
    (consent?.missing ?? []).map((record) => ({
      path: `records.${record}`,
      message: 'no valid consent covers this',
    })),
  );
}

async function changeOf(deps: Asked, referral: Referral, turn: Turn, now: Date): Promise<ReferralChange> {
  const { to, by, reason, outcome, note } = turn;
  const sealer = note === undefined ? undefined : await studentSealer(deps, referral.studentId);
  const place = notePlace(referral.id, referral.history.length);
  return {
    at: now.toISOString(),
    by: by.id,
    from: referral.state,
    to,
    ...(reason !== undefined && { reason }),
    ...(outcome !== undefined && { outcome }),
    ...(sealer && note !== undefined && { sealedNote: sealer.seal(note, place) }),
  };
}

function stateOf({ to, at, reason, outcome }: ReferralChange) {
  return {
    state: to,
    stateAt: at,
    ...(reason !== undefined && { reason }),
    ...(outcome !== undefined && { outcome }),
  };
}

/** Where the note of a referral's n-th change lies sealed. */
export function notePlace(id: string, n: number): string {
  return `referral/${id}/note/${n}`;
}

export function changed(state: ReferralState): AppError {
  return new AppError(409, 'changed', 'This referral stands differently by now. Nothing was changed.', [
    { path: 'state', message: state },
  ]);
}
