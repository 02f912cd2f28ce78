import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { explainPair } from '../../core/matching/explain-pair.ts';
import { type PreparedMatching, withWeighting } from '../../core/matching/prepare-matching.ts';
import { checkPair, type PairCheck } from '../../core/referrals/check-pair.ts';
import type { Referral } from '../../core/referrals/referral.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { NamedStudent } from '../../core/students/student-identity.ts';
import type { Deps } from '../deps.ts';
import { readOffersById } from '../directory/directory-store.ts';
import type { OfferRecord } from '../directory/offer-collection.ts';
import { answerBy, readCalendar } from '../district-rules/district-calendar.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { readStudents } from '../matches/scope-students.ts';
import { studentSealer } from '../sealing/student-sealer.ts';
import { matchingRulesOf } from '../weights/matching-rules-of.ts';
import { newReferral } from './new-referral.ts';
import type { ReferralRecord } from './referral-collection.ts';
import { referralConsent } from './referral-consent.ts';
import { insertReferrals, openLike, readReferral } from './referral-store.ts';
import { messagePlace } from './shared-with-partner.ts';

export const ReferralRequest = z.strictObject({
  offerId: z.string().min(1).max(100),
  /** A need or an interest of the student. */
  term: z.string().min(1).max(100),
  /** Words to the partner; asked for where the partner has something to check. */
  message: z.string().trim().min(1).max(1000, 'at most 1,000 characters').optional(),
});
export type ReferralRequest = z.infer<typeof ReferralRequest>;

export type ReadWorld = (today: string) => Promise<PreparedMatching>;

type Asked = Pick<Deps, 'db' | 'rules' | 'sealing'>;

/**
 * Refers a student's need or interest to a place that takes the student as far as matching knows. Sent at once where a
 * consent covers it, else it stays a draft.
 * @throws AppError 400 `invalid-input` · 409 `not-taken` with the limits, `already-referred` with the open one's id
 * · 422 `say-what-to-ask`
 */
export async function makeReferral(
  deps: Asked,
  readWorld: ReadWorld,
  student: NamedStudent,
  request: ReferralRequest,
  by: { accountId: string; now: Date },
): Promise<Referral> {
  const [offer] = await readOffersById(deps.db, [request.offerId]);
  if (!offer) throw wrong('offerId', 'The directory has no such place.');
  const wish = wishOf(student, request.term);
  if (!wish) throw wrong('term', 'The student has no such need or interest.');
  const check = await judge(deps, readWorld, student, request, by.now);
  refuseBadPair(check, request);
  const day = utcDay(by.now);
  const { organizationId } = offer;
  const consent = await referralConsent(
    deps,
    { studentId: student.id, organizationId, wish: wish.wish },
    day,
  );
  const isCovered = consent?.missing.length === 0;
  const record = await recordOf(
    deps,
    student,
    offer,
    { ...request, ...wish, ...check },
    { ...by, isCovered },
  );
  if ((await insertReferrals(deps.db, [record])).size === 0) throw await alreadyReferred(deps, record);
  const made = await readReferral(deps.db, record.id);
  if (!made) throw notFound();
  return made;
}

/** As a need where the student has both. */
function wishOf(
  { needs, interests }: Pick<NamedStudent, 'needs' | 'interests'>,
  term: string,
): Pick<Referral, 'wish' | 'urgency'> | undefined {
  const need = needs.find((one) => one.term === term);
  if (need) return { wish: 'need', urgency: need.urgency };
  return interests.some((one) => one.term === term) ? { wish: 'interest' } : undefined;
}

async function judge(
  deps: Asked,
  readWorld: ReadWorld,
  { id, districtId }: NamedStudent,
  { term, offerId }: ReferralRequest,
  now: Date,
): Promise<PairCheck> {
  const [[student], world, rules] = await Promise.all([
    readStudents(deps, [id]),
    readWorld(utcDay(now)),
    matchingRulesOf(deps.db, deps.rules, districtId),
  ]);
  const pair = student && explainPair(withWeighting(world, rules), student, term, offerId);
  if (!pair) throw notFound();
  return checkPair(pair);
}

function refuseBadPair({ refused, asks }: PairCheck, { message }: ReferralRequest): void {
  if (refused.length > 0)
    throw new AppError(
      409,
      'not-taken',
      'This place does not take this student. Nothing was sent.',
      refused.map((limit) => ({ path: 'offerId', message: limit })),
    );
  if (asks.length > 0 && message === undefined)
    throw new AppError(
      422,
      'say-what-to-ask',
      'We do not know whether this place takes this student. Say what they should check.',
      asks.map((limit) => ({ path: 'message', message: limit })),
    );
}

async function recordOf(
  deps: Asked,
  { id: studentId, districtId }: NamedStudent,
  { id: offerId, serviceId, organizationId }: OfferRecord,
  asked: ReferralRequest & Pick<Referral, 'wish' | 'urgency'> & PairCheck,
  { accountId, now, isCovered }: { accountId: string; now: Date; isCovered: boolean },
): Promise<Omit<ReferralRecord, 'openKey'>> {
  const { term, wish, urgency, message, way, isMatch } = asked;
  const id = randomUUID();
  const dueAt = answerBy(await readCalendar(deps, districtId), now);
  const sealer = message === undefined ? undefined : await studentSealer(deps, studentId);
  return {
    ...newReferral({ accountId, now, isCovered, dueAt }),
    id,
    studentId,
    organizationId,
    serviceId,
    offerId,
    term,
    wish,
    ...(urgency !== undefined && { urgency }),
    source: { kind: isMatch ? 'match' : 'hand' },
    ...(way && { way }),
    ...(sealer && message !== undefined && { sealedMessage: sealer.seal(message, messagePlace(id)) }),
  };
}

async function alreadyReferred({ db }: Pick<Deps, 'db'>, record: ReferralRecord): Promise<AppError> {
  const open = await openLike(db, record);
  return new AppError(
    409,
    'already-referred',
    'This is referred to this service already, and still open. Nothing was sent.',
    open ? [{ path: 'offerId', message: open.id }] : [],
  );
}

function wrong(path: string, message: string): AppError {
  return new AppError(400, 'invalid-input', message, [{ path, message }]);
}
