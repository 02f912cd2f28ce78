import { expect } from 'chai';
import type { PlanRow, PlanSummary } from '../../../core/placement/plan.ts';
import { announceOffers } from '../../../server/directory/offer-changes.ts';
import { rebuildOffers } from '../../../server/directory/rebuild-offers.ts';
import { saveDistrict } from '../../../server/settings/district-store.ts';
import { littleTown } from '../../support/little-town.ts';
import { district } from '../access/records.ts';
import { coordinatorOf, PLANS, type PlanApp, planApp } from './plan-app.ts';

interface Comparison {
  rows: { id: string; kind: string; a: PlanRow | null; b: PlanRow | null }[];
  a: PlanSummary;
  b: PlanSummary;
  offers: Record<string, unknown>;
}

describe('Planning anew', function () {
  this.timeout(60_000);
  let at: PlanApp;
  let id = '';
  let proposed: PlanRow[] = [];
  before(async () => {
    at = await planApp();
    await saveDistrict(at.deps.db, district('district'));
  });
  after(() => at.close());
  beforeEach(async () => {
    await at.begin();
    id = (await at.makePlan()).id;
    proposed = (await at.readRows(id)).filter(({ state }) => state === 'proposed');
  });

  const goOn = async (basedOn = id) => (await at.makePlan({ scope: 'district', basedOn })).id;
  const rowIn = async (plan: string, need: string) =>
    (await at.readRows(plan)).find((row) => row.id === need)!;
  const together = (rows: string[], keep = true, plan = id) =>
    at.leader.post(`${PLANS}/${plan}/together`).send({ rows, together: keep });

  it('gives the same when nothing has changed', async () => {
    expect(await at.readRows(await goOn())).to.deep.equal(await at.readRows(id));
    const { rows } = (await at.read(`${id}/compare/${await goOn()}`)) as Comparison;
    expect(rows).to.deep.equal([]);
  });

  it('goes on from what was accepted', async () => {
    const accepted = proposed.slice(0, 4);
    await at.decided(id, { rows: accepted.map((row) => row.id), decision: 'accept' });
    const next = await at.readRows(await goOn());
    for (const { id: need, offerId, score, minutes } of accepted) {
      const row = next.find((one) => one.id === need);
      expect(row).to.include({ state: 'accepted', offerId, score, minutes });
    }
    const again = await at.decided(await goOn(), { rows: [accepted[0]!.id], decision: 'reopen' });
    expect(again.rows[0]).to.include({ state: 'proposed', offerId: accepted[0]!.offerId });
  });

  it('proposes nothing again that was refused, in the next plan and in those after it', async () => {
    // Nobody is more urgent, so it gets a place as long as one of its choices is left.
    const [row] = proposed
      .filter(({ choices, urgency }) => choices > 1 && urgency === 3)
      .sort((a, b) => a.choices - b.choices);
    if (!row) throw new Error('the town has no such need');
    const refused = new Set<string>();
    let plan = id;
    for (let n = 0; n < row.choices; n++) {
      const { offerId } = await rowIn(plan, row.id);
      expect(refused).to.not.include(offerId);
      refused.add(offerId!);
      await at.decided(plan, { rows: [row.id], decision: 'refuse', reason: 'not-suitable' });
      plan = await goOn(plan);
    }
    expect(refused.size).to.equal(row.choices).and.to.be.greaterThan(1);
    expect(await rowIn(plan, row.id)).to.include({ state: 'unplaced', without: 'all-refused' });
    // A plan that does not go on from these knows nothing of it.
    expect(await rowIn((await at.makePlan()).id, row.id)).to.deep.equal(row);
  });

  it('puts those who are kept together at one place, or nowhere', async () => {
    const food = proposed.filter(({ term }) => term === 'food-pantry');
    const [a, b] = [
      food[0]!,
      food.find((one) => one.offerId !== food[0]!.offerId && one.studentId !== food[0]!.studentId)!,
    ];
    expect(a.offerId).to.not.equal(b.offerId);
    const { body } = await together([a.id, b.id]).expect(200);
    expect(body.rows.map((row: PlanRow) => row.togetherWith)).to.deep.include.members([[a.id], [b.id]]);
    const plan = await goOn();
    const [first, second] = [await rowIn(plan, a.id), await rowIn(plan, b.id)];
    expect(first.offerId).to.equal(second.offerId);
    expect(first.togetherWith).to.deep.equal([b.id]);
    const { certificate } = await at.readSummary(plan);
    expect(certificate.optimal).to.equal(true);
    await together([a.id, b.id], false, plan).expect(200);
    const apart = await at.makePlan();
    expect(await at.readRows(await goOn(plan))).to.deep.equal(await at.readRows(apart.id));
  });

  it('keeps together two students whom one may decide for, and takes that back', async () => {
    const [a] = proposed;
    const b = proposed.find(
      ({ studentId, schoolId }) => studentId !== a!.studentId && schoolId === a!.schoolId,
    )!;
    const other = proposed.find(({ schoolId }) => schoolId !== a!.schoolId)!;
    const coordinator = await coordinatorOf(at, a!.schoolId);
    const pair = (rows: string[]) =>
      coordinator.post(`${PLANS}/${id}/together`).send({ rows, together: true });
    await pair([a!.id, other.id]).expect(404);
    await pair([a!.id, a!.id]).expect(400);
    const before = await at.readRows(id);
    await pair([a!.id, b.id]).expect(200);
    const { summary, rows } = (await pair([b.id, a!.id]).expect(200)).body;
    expect(rows).to.deep.equal([]);
    expect(summary.undo).to.deep.equal({ kind: 'together', rows: 2 });
    await coordinator.post(`${PLANS}/${id}/undo`).expect(200);
    expect(await at.readRows(id)).to.deep.equal(before);
  });

  it('can be compared: what moved, was gained and lost, with the sums of both', async () => {
    const row = proposed.reduce((a, b) => (b.choices > a.choices ? b : a));
    await at.decided(id, { rows: [row.id], decision: 'refuse', reason: 'time' });
    const plan = await goOn();
    const { rows, a, b, offers } = (await at.read(`${id}/compare/${plan}`)) as Comparison;
    expect([a, b]).to.deep.equal([await at.readSummary(id), await at.readSummary(plan)]);
    const moved = rows.find((one) => one.id === row.id);
    expect(moved?.a).to.include({ state: 'refused' });
    expect(moved?.b?.offerId).to.not.equal(row.offerId);
    for (const { a: one, b: other } of rows)
      for (const offerId of [one?.offerId, other?.offerId])
        if (offerId) expect(offers).to.have.property(offerId);
  });

  it('of one school leaves to others the places that are in force, and takes what is only proposed', async () => {
    const accepted = proposed.filter(({ schoolId }) => schoolId === 'school-1');
    await at.decided(id, { rows: accepted.map((row) => row.id), decision: 'accept' });
    const coordinator = await coordinatorOf(at, 'school-0');
    const plan = await at.makePlan({ scope: 'school', schoolId: 'school-0' }, coordinator);
    const rows = await at.readRows(plan.id, coordinator);
    expect(new Set(rows.map(({ schoolId }) => schoolId))).to.deep.equal(new Set(['school-0']));
    const held = new Map<string, number>();
    for (const { offerId } of [...accepted, ...rows])
      if (offerId) held.set(offerId, (held.get(offerId) ?? 0) + 1);
    for (const { id: offerId, placesFree } of littleTown().offers)
      expect(held.get(offerId) ?? 0, offerId).to.be.at.most(placesFree ?? 3);
    const all = await at.decided(plan.id, { rows: 'all', decision: 'accept' }, coordinator);
    expect(all.conflicts).to.deep.equal([]);
  });

  it('knows of places given since the partner counted, and not of those before', async () => {
    const [row] = proposed;
    const only = { placesFree: 1, placesUpdated: '2020-01-01T00:00:00Z' };
    await at.setOffers({ _id: row!.offerId }, { $set: only });
    await at.decided(id, { rows: [row!.id], decision: 'accept' });
    const usersOf = (rows: PlanRow[]) =>
      rows.filter(({ offerId }) => offerId === row!.offerId).map((one) => one.id);
    expect(usersOf(await at.readRows(await goOn()))).to.deep.equal([row!.id]);
    const later = new Date(Date.now() + 60_000).toISOString();
    await at.setOffers({ _id: row!.offerId }, { $set: { placesUpdated: later } });
    expect(usersOf(await at.readRows(await goOn())))
      .to.have.length(2)
      .and.include(row!.id);
  });

  it('tells when a place that was given has gone, or more were given than there are', async () => {
    const [offerId, rows] = [
      proposed[0]!.offerId!,
      proposed.filter((one) => one.offerId === proposed[0]!.offerId),
    ];
    const other = proposed.find((one) => one.offerId !== offerId)!;
    await at.decided(id, { rows: [...rows, other].map((row) => row.id), decision: 'accept' });
    await at.setOffers({ _id: offerId }, { $set: { placesFree: rows.length - 1 } });
    await at.deps.db.collection('offers').deleteOne({ _id: other.offerId as never });
    const plan = await goOn();
    const { findings } = await at.readSummary(plan);
    const codes = findings.map(({ code }) => code);
    expect(codes).to.include('overdrawn').and.to.include('accepted-gone');
    expect(await rowIn(plan, other.id)).to.include({ state: 'accepted', offerId: other.offerId });
  });

  it('is offered when students, partners, schools or rules have changed, and not before', async () => {
    const { db, rules } = at.deps;
    const isStale = async () => (await at.readSummary(id)).stale;
    expect(await isStale()).to.equal(false);
    await at.decided(id, { rows: [proposed[0]!.id], decision: 'accept' });
    await rebuildOffers({ db, taxonomy: rules.taxonomy }, ['service-of-nobody']);
    expect(await isStale()).to.equal(false);

    const administrator = await at.signIn({ role: 'administrator', districtId: 'district' });
    await administrator
      .patch('/api/v1/students/student-00001')
      .send({ languages: ['es'] })
      .expect(200);
    expect(await isStale()).to.equal(true);
    id = await goOn();
    await at.setOffers({ _id: 'offer-0001' }, { $set: { fingerprint: 'another' } });
    await announceOffers(db, ['service-1']);
    expect(await isStale()).to.equal(true);
    id = await goOn();
    await db.collection('schools').updateOne({ _id: 'school-0' as never }, { $set: { dayEndsAt: '14:00' } });
    expect(await isStale()).to.equal(true);
    id = await goOn();
    const { weights, travelHalfMinutes } = rules.matching;
    const saved = { weights: { ...weights, travel: weights.travel + 1 }, travelHalfMinutes };
    await at.leader
      .put('/api/v1/matching-weights')
      .send({ districtId: 'district', ...saved, basedOn: 0 })
      .expect(200);
    expect(await isStale()).to.equal(true);
    id = await goOn();
    expect(await isStale()).to.equal(false);
    await db.collection('students').deleteOne({ _id: 'student-00039' as never });
    expect(await isStale()).to.equal(true);
  });
});
