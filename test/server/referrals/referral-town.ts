import { Offer } from '../../../core/directory/offer.ts';
import type { Referral } from '../../../core/referrals/referral.ts';
import { insertReferrals, readReferral } from '../../../server/referrals/referral-store.ts';
import { type Turn, type TurnedBy, turnReferral } from '../../../server/referrals/turn-referral.ts';
import { school, student } from '../access/records.ts';
import { put } from '../access/world.ts';
import { recorded, sharedTown, TERMS } from '../consents/shared-town.ts';

export const PARTNER = { party: 'partner', id: 'partner-link' } satisfies TurnedBy;
export const SCHOOL = { party: 'school', id: 'somebody' } satisfies TurnedBy;

/** The shared town with a place where glasses are to be had, and what tests do with referrals. */
export async function referralTown(env: Record<string, string> = {}) {
  const town = await sharedTown(env);
  const { db } = town.deps;
  await put(db, 'offers', { ...glasses('offer'), placesFree: 5 });
  await put(db, 'schools', school({ districtId: 'district', schoolId: 'next' }));
  let made = 0;

  /** A referral as it lies in the database. @throws where one is open for the same */
  async function store(change: Partial<Referral> = {}): Promise<Referral> {
    made += 1;
    const at = town.deps.clock().toISOString();
    const id = `referral-${made}`;
    const { schoolId, districtId, ...record } = {
      id,
      studentId: 'student',
      schoolId: 'school',
      districtId: 'district',
      organizationId: 'org',
      serviceId: 'service-of-org',
      offerId: 'offer',
      term: 'vision-glasses',
      wish: 'need',
      source: { kind: 'hand' },
      state: 'requested',
      stateAt: at,
      version: 0,
      createdAt: at,
      createdBy: 'somebody',
      history: [],
      ...(change.state !== 'draft' && { dueAt: at }),
      ...change,
    } satisfies Referral;
    await insertReferrals(db, [record]);
    const stored = await readReferral(db, record.id);
    if (!stored) throw new Error('one is open already');
    return stored;
  }

  return {
    ...town,
    store,
    turn: (id: string, turn: Turn) => turnReferral(town.deps, id, turn),
    /** How it went: the state that it has now, or the code of the refusal. */
    tried: (id: string, turn: Turn): Promise<string> =>
      turnReferral(town.deps, id, turn).then(
        ({ referral }) => referral.state,
        (error) => error.code,
      ),
    stateOf: async (id: string) => (await readReferral(db, id))?.state,
    consent: (records: string[] = ['needs']) => recorded(town.coordinator, {}, { ...TERMS, records }),
    placements: () => db.collection('placements').find().sort({ _id: 1 }).toArray(),
    addStudent: (id: string) =>
      put(db, 'students', {
        ...student({ id, schoolId: 'school', districtId: 'district' }),
        needs: [{ term: 'vision-glasses', urgency: 2 }],
      }),
    setOffer: (change: object) =>
      db.collection('offers').updateOne({ _id: 'offer' as never }, { $set: change }),
    moveTo: (schoolId: string) =>
      db.collection('students').updateOne({ _id: 'student' as never }, { $set: { schoolId } }),
    /** No referrals, places, consents and unmet needs. */
    async begin() {
      for (const name of ['referrals', 'placements', 'consents', 'unmet_notes'])
        await db.collection(name).deleteMany({});
    },
  };
}

export type ReferralTown = Awaited<ReturnType<typeof referralTown>>;

function glasses(id: string): Offer {
  return Offer.parse({
    id,
    serviceId: 'service-of-org',
    locationId: 'location',
    organizationId: 'org',
    serviceName: 'Glasses for school',
    organizationName: 'org',
    locationName: 'Town hall',
    kind: 'service',
    confidentiality: 'public',
    point: { type: 'Point', coordinates: [-92.3, 38.9] },
    terms: ['vision-glasses'],
    termsAndAbove: ['vision-glasses'],
    eligibility: { unknown: [] },
    hours: [],
    hoursKnown: false,
    languages: [],
  });
}
