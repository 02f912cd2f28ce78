import { type Connection, mongo } from 'mongoose';
import type { Ordered } from '../../core/referrals/order-referrals.ts';
import { openKeyOf, type Referral, type ReferralChange } from '../../core/referrals/referral.ts';
import {
  isOpen,
  OPEN_STATES,
  REFERRAL_STATES,
  type ReferralState,
  UNANSWERED_STATES,
} from '../../core/referrals/referral-state.ts';
import { readCurrentStudents } from '../plans/current-students.ts';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { type ReferralRecord, referrals, type UntoldTurn } from './referral-collection.ts';

export interface ReferralFilter {
  ids?: readonly string[];
  studentIds?: readonly string[];
  organizationIds?: readonly string[];
  serviceIds?: readonly string[];
  states?: readonly ReferralState[];
  /** A placement plan that they come from. */
  planId?: string;
}

/** Undefined where there is none, or where the student has gone. */
export async function readReferral(db: Connection, id: string): Promise<Referral | undefined> {
  const [found] = await read(db, { _id: id });
  return found;
}

/** In the order of the ids. */
export async function readReferrals(db: Connection, ids: readonly string[]): Promise<Referral[]> {
  const byId = new Map((await listReferrals(db, { ids })).map((one) => [one.id, one]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The newest first. */
export function listReferrals(db: Connection, asked: ReferralFilter): Promise<Referral[]> {
  const { ids, studentIds, organizationIds, serviceIds, states, planId } = asked;
  return read(db, {
    ...(ids && { _id: { $in: ids } }),
    ...(studentIds && { studentId: { $in: studentIds } }),
    ...(organizationIds && { organizationId: { $in: organizationIds } }),
    ...(serviceIds && { serviceId: { $in: serviceIds } }),
    ...(states && { state: { $in: states } }),
    ...(planId !== undefined && { 'source.kind': 'plan', 'source.id': planId }),
  });
}

export function openAtOrganization(db: Connection, organizationId: string): Promise<Referral[]> {
  return listReferrals(db, { organizationIds: [organizationId], states: OPEN_STATES });
}

/** Those without an answer that was expected by then. */
export function dueBefore(db: Connection, at: Date): Promise<Referral[]> {
  return read(db, { state: { $in: UNANSWERED_STATES }, dueAt: { $lt: at.toISOString() } });
}

/** As much as puts them in order, and tells whether their partners can be written to. */
export type ReferralOutline = Ordered & Pick<Referral, 'organizationId' | 'serviceId' | 'handedOverAt'>;

export async function outlineReferrals(
  db: Connection,
  studentIds: readonly string[],
  states: readonly ReferralState[] = REFERRAL_STATES,
): Promise<ReferralOutline[]> {
  const found = await referralsIn(db)
    .find(
      { studentId: { $in: studentIds }, state: { $in: states } },
      {
        state: 1,
        stateAt: 1,
        dueAt: 1,
        reason: 1,
        instead: 1,
        organizationId: 1,
        serviceId: 1,
        handedOverAt: 1,
      },
    )
    .lean<Stored<ReferralOutline>[]>();
  return found.map((one) => fromStored<ReferralOutline>(one));
}

async function read(db: Connection, filter: object): Promise<Referral[]> {
  const found = await referralsIn(db)
    .find(filter, { openKey: 0, untold: 0 })
    .sort({ createdAt: -1, _id: 1 })
    .lean<Stored<StoredReferral>[]>();
  const students = await readCurrentStudents(db, [...new Set(found.map(({ studentId }) => studentId))]);
  return found.flatMap((one) => {
    const student = students.get(one.studentId);
    const { schoolId, districtId } = student ?? {};
    return schoolId !== undefined && districtId !== undefined
      ? [{ ...fromStored<StoredReferral>(one), schoolId, districtId }]
      : [];
  });
}

/** As it is read: without what only its writing needs. */
type StoredReferral = Omit<ReferralRecord, 'openKey' | 'untold'>;

/** Keeps new ones. Where one is open already for the same wish and service, the new one is not among the answer. */
export async function insertReferrals(db: Connection, made: readonly StoredReferral[]): Promise<Set<string>> {
  if (made.length === 0) return new Set();
  const records = made.map((one) =>
    toStored<ReferralRecord>({ ...one, openKey: openKeyOf(one), ...firstTurn(one) }),
  );
  const ids = made.map(({ id }) => id);
  try {
    await referralsIn(db).collection.insertMany(records as never, { ordered: false });
    return new Set(ids);
  } catch (error) {
    if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
    const failed = [error.writeErrors].flat();
    if (failed.some(({ code }) => code !== 11000)) throw error;
    const refused = new Set(failed.map(({ index }) => index));
    return new Set(ids.filter((_, index) => !refused.has(index)));
  }
}

/** Of a draft nobody is told. */
function firstTurn({ state, stateAt: at, version }: StoredReferral): { untold?: UntoldTurn[] } {
  return state === 'draft' ? {} : { untold: [{ from: 'draft', to: state, at, version }] };
}

/** The open one for the same wish and service. */
export async function openLike(
  db: Connection,
  wanted: Parameters<typeof openKeyOf>[0],
): Promise<Referral | undefined> {
  const [found] = await read(db, { openKey: openKeyOf(wanted) });
  return found;
}

/** Several changes in one write. The ids of those that were made: nobody had changed the referral in between. */
export async function writeChanges(
  db: Connection,
  made: readonly { referral: Pick<Referral, 'id' | 'version'>; change: ReferralChange }[],
): Promise<Set<string>> {
  if (made.length === 0) return new Set();
  const updates = made.map(({ referral, change }) => ({ updateOne: writing(referral, change) }));
  await referralsIn(db).collection.bulkWrite(updates as never, { ordered: false });
  const versions = new Map(made.map(({ referral, change }) => [referral.id, { referral, change }]));
  const found = await referralsIn(db)
    .find({ _id: { $in: [...versions.keys()] } }, { version: 1, state: 1, stateAt: 1 })
    .lean<Stored<Pick<ReferralRecord, 'id' | 'version' | 'state' | 'stateAt'>>[]>();
  const isMade = ({ _id, version, state, stateAt }: (typeof found)[number]) => {
    const { referral, change } = versions.get(_id)!;
    return version === referral.version + 1 && state === change.to && stateAt === change.at;
  };
  return new Set(found.filter(isMade).map(({ _id }) => _id));
}

/** Changes the one that was read. False where somebody changed it in between. */
export async function writeChange(
  db: Connection,
  referral: Pick<Referral, 'id' | 'version'>,
  change: ReferralChange,
  more: Pick<Referral, 'dueAt' | 'handedOverAt'> = {},
): Promise<boolean> {
  const { filter, update } = writing(referral, change, more);
  const { modifiedCount } = await referralsIn(db).updateOne(filter, update);
  return modifiedCount === 1;
}

function writing(
  { id, version }: Pick<Referral, 'id' | 'version'>,
  change: ReferralChange,
  more: Pick<Referral, 'dueAt' | 'handedOverAt'> = {},
) {
  const { at, from, to, reason, outcome } = change;
  const set = {
    state: to,
    stateAt: at,
    version: version + 1,
    ...(reason !== undefined && { reason }),
    ...(outcome !== undefined && { outcome }),
    ...more,
  };
  const update = {
    $set: set,
    $push: { history: change, ...(to !== from && { untold: { from, to, at, version: version + 1 } }) },
    ...(!isOpen(to) && { $unset: { openKey: 1 as const } }),
  };
  return { filter: { _id: id, state: from, version }, update };
}

function referralsIn(db: Connection) {
  return model<ReferralRecord>(db, referrals);
}
