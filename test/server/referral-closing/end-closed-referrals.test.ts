import { expect } from 'chai';
import type { Match, WishMatches } from '../../../core/matching/match.ts';
import type { Deps } from '../../../server/deps.ts';
import { publishMatches, writeMatches } from '../../../server/matches/match-store.ts';
import { endClosedReferrals } from '../../../server/referral-closing/end-closed-referrals.ts';
import { referrals } from '../../../server/referrals/referral-collection.ts';
import { listReferrals, readReferral } from '../../../server/referrals/referral-store.ts';
import type { CollectionSpec } from '../../../server/store/collection.ts';
import { hookedDatabase } from '../../workers/hooked-database.ts';
import { organization, service } from '../access/records.ts';
import { put } from '../access/world.ts';
import { PARTNER, type ReferralTown, referralTown } from '../referrals/referral-town.ts';

const RUN = { id: 'run', number: 1 };

describe('A partner that closes', () => {
  let town: ReferralTown;
  before(async () => {
    town = await referralTown();
    const { db } = town.deps;
    await put(db, 'organizations', organization({ organizationId: 'next-org' }));
    for (const id of ['next', 'full'])
      await put(db, 'services', service({ id: `service-${id}`, organizationId: 'next-org' }));
    const offer = await db.collection('offers').findOne({ _id: 'offer' as never });
    const { _id, ...rest } = offer!;
    await put(db, 'offers', { ...rest, id: 'next', serviceId: 'service-next', organizationId: 'next-org' });
  });
  beforeEach(async () => {
    await town.begin();
    for (const name of ['matches', 'unmet_notes']) await town.deps.db.collection(name).deleteMany({});
    await setStatus('active');
  });
  after(() => town.close());

  const setStatus = (status: string) =>
    town.deps.db.collection('services').updateOne({ _id: 'service-of-org' as never }, { $set: { status } });
  const all = () => listReferrals(town.deps.db, {});

  /** So many students with an open referral to the partner; the next best place of each is another one. */
  async function refer(count: number): Promise<void> {
    const ids = Array.from({ length: count }, (_, n) => `child-${n}`);
    for (const id of ids) {
      if (!(await town.deps.db.collection('students').findOne({ _id: id as never })))
        await town.addStudent(id);
      await town.store({ studentId: id, urgency: 3 });
    }
    await writeMatches(
      town.deps,
      RUN,
      ids.map((studentId) => ({
        matches: { studentId, schoolId: 'school', wishes: WISHES },
        fingerprint: 'x',
      })),
    );
    await publishMatches(town.deps.db, RUN);
  }

  it('with 200 open referrals leaves each with a next step, in as many questions as with 20', async function () {
    this.timeout(60_000);
    await refer(20);
    await setStatus('defunct');
    const few = await countQuestions((deps) => endClosedReferrals(deps));
    await town.begin();
    await town.deps.db.collection('matches').deleteMany({});
    await setStatus('active');
    await refer(200);
    await setStatus('defunct');
    const many = await countQuestions((deps) => endClosedReferrals(deps));
    expect(many).to.equal(few).above(5);

    const found = await all();
    const ended = found.filter(({ state }) => state === 'cancelled');
    const drafts = found.filter(({ state }) => state === 'draft');
    expect([ended.length, drafts.length, found.length]).to.deep.equal([200, 200, 400]);
    expect(new Set(drafts.map(({ instead }) => instead))).to.deep.equal(new Set(ended.map(({ id }) => id)));
    expect(drafts[0]).to.include({
      offerId: 'next',
      organizationId: 'next-org',
      urgency: 3,
      term: 'vision-glasses',
    });
    for (const { reason, history } of ended) {
      expect(reason).to.equal('organization-closed');
      expect(history.at(-1)).to.include({ from: 'requested', to: 'cancelled', by: 'system' });
    }
    const { body } = await town.coordinator.get('/api/v1/referrals?state=closed&perPage=200').expect(200);
    expect([body.total, body.counts.closed]).to.deep.equal([200, 200]);
    expect(body.items[0]).to.include({ state: 'draft', organizationName: 'next-org' });
    expect(await endClosedReferrals(town.deps), 'done again it finds nothing').to.equal(0);
    expect(await all()).to.have.length(400);
  });

  /** How many operations on collections it takes. */
  async function countQuestions(work: (deps: Deps) => Promise<unknown>): Promise<number> {
    let count = 0;
    town.deps.db.set('debug', () => {
      count += 1;
    });
    try {
      await work(town.deps);
    } finally {
      town.deps.db.set('debug', false);
    }
    return count;
  }

  const DEATHS: [what: string, spec: CollectionSpec, method: string][] = [
    ['before the next steps are written', referrals, 'insertMany'],
    ['between the next steps and the ends', referrals, 'bulkWrite'],
  ];
  for (const [what, spec, method] of DEATHS)
    it(`loses and doubles nothing where the process dies ${what}`, async () => {
      await refer(5);
      await setStatus('inactive');
      const db = hookedDatabase(town.deps.db, spec, method, () => {
        throw new Error('killed here');
      });
      const death = await endClosedReferrals({ ...town.deps, db }).catch((error: Error) => error.message);
      expect(death).to.equal('killed here');
      await endClosedReferrals(town.deps);
      const states = (await all()).map(({ state }) => state).sort();
      expect(states).to.deep.equal([...Array(5).fill('cancelled'), ...Array(5).fill('draft')]);
    });

  it('gives places back, counts as unmet what nobody else can help with, and leaves what only pauses', async () => {
    await town.consent(['needs']);
    const held = await town.store();
    await town.turn(held.id, { to: 'accepted', by: PARTNER });
    expect(await town.placements()).to.have.length(1);
    await setStatus('temporarily closed');
    expect(await endClosedReferrals(town.deps)).to.equal(0);
    await setStatus('inactive');
    expect(await endClosedReferrals(town.deps)).to.equal(1);
    expect(await readReferral(town.deps.db, held.id)).to.include({ state: 'cancelled' });
    expect(await town.placements()).to.deep.equal([]);
    expect(await all(), 'without a match there is no draft').to.have.length(1);
    const notes = await town.deps.db.collection('unmet_notes').find().toArray();
    expect(notes.map(({ term, source, times }) => `${source} ${term} ${times}`)).to.deep.equal([
      'referral vision-glasses 1',
    ]);
  });

  it('is closed by who may change it, leaves Find, and can be opened again', async () => {
    await refer(2);
    const leader = await town.signIn({ role: 'community-leader' });
    const close = (closed: boolean) => leader.put('/api/v1/organizations/org/closed').send({ closed });
    const { body } = await close(true).expect(200);
    expect(body).to.deep.equal({ closed: true, services: 1 });
    expect((await all()).filter(({ state }) => state === 'cancelled')).to.have.length(2);
    expect((await close(true)).body).to.deep.equal({ closed: true, services: 0 });
    expect((await close(false)).body).to.deep.equal({ closed: false, services: 1 });
    const again = await town.deps.db.collection('services').findOne({ _id: 'service-of-org' as never });
    expect(again?.status).to.equal('active');
    await setStatus('inactive');
    expect((await close(false)).body, 'what was active last is not opened twice').to.include({ services: 0 });
  });
});

const match = (offerId: string, rank: number): Match => ({
  offerId,
  rank,
  score: 0.9 - rank / 10,
  minutes: 12,
  mode: 'walk',
  from: 'school',
  factors: { continuity: 0, cost: 0, language: 0, places: 0, term: 1, travel: 1, urgency: 1 },
  reasons: [],
});

const WISHES: WishMatches[] = [
  {
    kind: 'need',
    term: 'vision-glasses',
    weight: 2,
    matches: [match('offer', 1), match('gone-offer', 2), match('next', 3)],
    candidates: 3,
    removed: {},
  },
];
